package org.muniflow.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.muniflow.api.page.UploadedFile;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** The files of a submission. */
final class Uploads {

    private Uploads() {}

    /** Returns the files that were chosen, in the order of the form; none for a form without files. */
    static List<UploadedFile> of(HttpServletRequest request) {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts == null) {
            return List.of();
        }
        return parts.getMultiFileMap().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(file -> Map.entry(field.getKey(), file)))
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> uploaded(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static UploadedFile uploaded(String field, MultipartFile file) {
        String name = file.getOriginalFilename();
        String type = file.getContentType();
        return new UploadedFile(
                field,
                name == null ? "" : name,
                type == null ? "application/octet-stream" : type,
                file.getSize(),
                file::getInputStream);
    }
}
