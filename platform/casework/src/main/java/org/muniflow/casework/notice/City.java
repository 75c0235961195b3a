package org.muniflow.casework.notice;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sender of every letter ({@code muniflow.city.*}).
 *
 * @param name the city's name on the letterhead
 * @param address the return address in lines; never empty
 * @param phone the telephone number to print; may be empty
 * @param email the sender's e-mail address
 */
@ConfigurationProperties("muniflow.city")
record City(
        @DefaultValue("City of Kansas City, Missouri") String name,

        @DefaultValue({"414 E. 12th Street", "Kansas City, MO 64106"})
        List<String> address,

        @DefaultValue("311") String phone,
        @DefaultValue("no-reply@muniflow.invalid") String email) {

    Map<String, Object> forLetters(String department) {
        return Map.of("name", name, "department", department, "address", address, "phone", phone, "email", email);
    }
}
