package org.muniflow.casework.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.document.DocumentStore.Found;

/** Fetches the documents of a case into a folder and finds out which can be bound in. */
final class Exhibits {

    private final DocumentStore store;

    Exhibits(DocumentStore store) {
        this.store = store;
    }

    List<Exhibit> fetch(List<Found> documents, Path folder) {
        List<Exhibit> exhibits = new ArrayList<>();
        for (Found document : documents) {
            exhibits.add(fetch(exhibits.size() + 1, document, folder));
        }
        return List.copyOf(exhibits);
    }

    private Exhibit fetch(int number, Found found, Path folder) {
        StoredDocument document = found.document();
        String type = words(document.type());
        String why = withheld(found);
        if (why != null) {
            // What is in a compartment is not told by its kind either.
            String shown = document.compartment() == null ? type : "Document";
            return new Exhibit(number, shown, "", document.receivedOn(), 0, "", why, null, null, 0);
        }
        Path content = folder.resolve("content-" + number);
        copy(document, content);
        Bound bound = bind(document, content, folder.resolve("pages-" + number + ".pdf"));
        return new Exhibit(
                number,
                type,
                document.version() == 1
                        ? document.fileName()
                        : document.fileName() + " (version " + document.version() + ")",
                document.receivedOn(),
                document.size(),
                document.sha256(),
                null,
                bound.unbound(),
                bound.pages(),
                bound.count());
    }

    /** Returns under what no record for a hearing holds a document, whoever asks for it; null when it is bound in. */
    private static @Nullable String withheld(Found found) {
        StoredDocument document = found.document();
        String closedUnder = document.closedUnder();
        if (found.disposedAt() != null) {
            return "it was disposed of under the records retention schedule";
        }
        if (document.compartment() != null) {
            return "it belongs to a part of the file that is not for everybody"
                    + (closedUnder == null ? "" : " (" + closedUnder + ")");
        }
        return closedUnder == null ? null : "it is closed as a public record (" + closedUnder + ")";
    }

    /** What is bound in is what was stored: another content under the document's name would be no record of anything. */
    private void copy(StoredDocument document, Path content) {
        MessageDigest digest = sha256();
        try (InputStream in = store.open(document);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(content), digest)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("The content of document " + document.id() + " cannot be read", e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(document.sha256())) {
            throw new IllegalStateException("The content of document " + document.id()
                    + " is not what was stored; its hash has changed. Restore the file from a backup before a record of"
                    + " the case is made");
        }
    }

    private record Bound(
            @Nullable Path pages, int count, @Nullable String unbound) {
        static Bound no(String why) {
            return new Bound(null, 0, why);
        }
    }

    private static Bound bind(StoredDocument document, Path content, Path pages) {
        return switch (document.mediaType()) {
            case "application/pdf" -> ofPdf(content);
            case "image/png", "image/jpeg" -> ofImage(content, pages);
            default -> Bound.no("this kind of file has no pages; it is handed over as a file");
        };
    }

    private static Bound ofPdf(Path content) {
        try (PDDocument pdf = Loader.loadPDF(content.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (!pdf.getCurrentAccessPermission().canExtractContent()) {
                return Bound.no("its maker has locked it against copying");
            }
            return new Bound(content, pdf.getNumberOfPages(), null);
        } catch (InvalidPasswordException locked) {
            return Bound.no("it is locked with a password");
        } catch (IOException broken) {
            return Bound.no("it is damaged and cannot be opened");
        }
    }

    private static Bound ofImage(Path content, Path pages) {
        try {
            return ImagePage.write(content, pages)
                    ? new Bound(pages, 1, null)
                    : Bound.no("the image is larger than a page can show; it is handed over as a file");
        } catch (IOException broken) {
            return Bound.no("it is damaged and cannot be opened");
        }
    }

    private static String words(String type) {
        String words = type.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java always offers SHA-256", e);
        }
    }
}
