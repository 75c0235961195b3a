package org.muniflow.civilrights.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The documents that an application needs, as its data show (KCMO Code § 3-461(b), (c), (g), (l)). */
public final class RequiredDocuments {

    private RequiredDocuments() {}

    /**
     * Lists the documents that a file needs.
     *
     * @param file the application file
     * @return the types, each once
     */
    public static List<DocumentType> of(ApplicationFile file) {
        List<DocumentType> needed = new ArrayList<>(List.of(
                DocumentType.AFFIDAVIT_DISCRIMINATION,
                DocumentType.PNW_STATEMENT,
                DocumentType.TAX_RETURN_FEDERAL_BUSINESS,
                DocumentType.TAX_RETURN_STATE_BUSINESS,
                DocumentType.TAX_RETURN_LOCAL_BUSINESS,
                DocumentType.TAX_RETURN_FEDERAL_PERSONAL,
                DocumentType.TAX_RETURN_STATE_PERSONAL,
                DocumentType.LICENSE));
        switch (file.firm().entityType()) {
            case CORPORATION -> needed.add(DocumentType.STOCK_LEDGER);
            case PARTNERSHIP -> needed.add(DocumentType.PARTNERSHIP_AGREEMENT);
            case LLC -> needed.add(DocumentType.OPERATING_AGREEMENT);
            case SOLE_PROPRIETORSHIP, OTHER -> {
                // No further paper shows the ownership.
            }
        }
        if (file.interests().stream().anyMatch(i -> i.acquisitionMode() == Interest.AcquisitionMode.MARITAL_ASSETS)) {
            needed.add(DocumentType.SPOUSE_RENUNCIATION);
        }
        String authority = file.application().dbeCertificateAuthority();
        if (file.application().dbeRequested() && authority != null) {
            switch (authority) {
                case "UCP" -> needed.add(DocumentType.UCP_CERTIFICATE);
                case "MODOT" -> needed.add(DocumentType.MODOT_CERTIFICATE);
                case "KDOT" -> needed.add(DocumentType.KDOT_CERTIFICATE);
                default -> {
                    // Without a certificate the unified certification program decides.
                }
            }
        }
        return List.copyOf(needed);
    }

    /**
     * Lists the documents that a file needs and does not have.
     *
     * @param file the application file
     * @param present the types of the documents on file
     * @return the missing types
     */
    public static List<DocumentType> missing(ApplicationFile file, Collection<String> present) {
        return of(file).stream().filter(type -> !present.contains(type.name())).toList();
    }
}
