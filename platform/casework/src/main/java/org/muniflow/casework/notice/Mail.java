package org.muniflow.casework.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Brings notices as e-mail with the letter attached: by SMTP, or into a folder when no mail server is configured. */
final class Mail implements Dispatch.Courier {

    private final @Nullable JavaMailSender server;
    private final Path folder;
    private final Function<String, InputStream> letters;
    private final City city;
    private final Clock clock;

    /**
     * Makes the courier.
     *
     * @param server the mail server; null when none is configured
     * @param folder where {@code .eml} files are written without a server
     * @param letters opens a letter's PDF by document id
     * @param city the sender
     * @param clock the clock
     */
    Mail(@Nullable JavaMailSender server, Path folder, Function<String, InputStream> letters, City city, Clock clock) {
        this.server = server;
        this.folder = folder;
        this.letters = letters;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public void deliver(OutboxNotice notice) throws MessagingException, IOException {
        MimeMessage message = message(notice);
        if (server != null) {
            server.send(message);
        } else {
            write(notice.id(), message);
        }
    }

    private MimeMessage message(OutboxNotice notice) throws MessagingException, IOException {
        MimeMessage message = new StableMessage(notice.messageId());
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(city.email(), city.name());
        String email = notice.toEmail();
        if (email == null) {
            throw new MessagingException("Notice " + notice.id() + " has no e-mail address");
        }
        helper.setTo(new jakarta.mail.internet.InternetAddress(email, notice.toName(), StandardCharsets.UTF_8.name()));
        helper.setSubject(notice.subject() + " (case " + notice.caseNumber() + ")");
        helper.setSentDate(Date.from(clock.instant()));
        Map<String, String> words = FrameWords.of(notice.language());
        message.setContentLanguage(new String[] {notice.language()});
        helper.setText(words.get("mail.concerns") + " " + notice.caseNumber() + ".\n\n" + words.get("mail.number")
                + "\n\n" + city.name() + "\n");
        try (InputStream letter = letters.apply(notice.documentId())) {
            helper.addAttachment(
                    notice.letterKey() + ".pdf", new ByteArrayResource(letter.readAllBytes()), "application/pdf");
        }
        message.saveChanges();
        return message;
    }

    private void write(String id, MimeMessage message) throws IOException, MessagingException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "draft", ".tmp");
        try (OutputStream out = Files.newOutputStream(draft)) {
            message.writeTo(out);
        }
        Files.move(draft, folder.resolve(id + ".eml"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** A message that keeps its Message-ID however often it is saved. */
    private static final class StableMessage extends MimeMessage {

        private final String id;

        StableMessage(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
