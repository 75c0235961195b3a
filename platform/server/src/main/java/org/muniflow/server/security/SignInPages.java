package org.muniflow.server.security;

import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sign-in page, and the token with which own scripts inside the web applications post. */
@Controller
final class SignInPages {

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String error,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String signedout,
            Model model) {
        model.addAttribute("wrong", error != null);
        model.addAttribute("signedOut", signedout != null);
        return "login";
    }

    @GetMapping("/api/csrf")
    @ResponseBody
    Map<String, String> token(CsrfToken token) {
        return Map.of("headerName", token.getHeaderName(), "token", token.getToken());
    }
}
