package org.muniflow.civilrights.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An application as a firm would send it, invented from top to bottom. It starts eligible for MBE and WBE; a test takes
 * away what it is about.
 */
final class FirmOnPaper {

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] PAPER = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);
    private static final List<String> PAPERS = List.of(
            "AFFIDAVIT_DISCRIMINATION",
            "PNW_STATEMENT",
            "TAX_RETURN_FEDERAL_BUSINESS",
            "TAX_RETURN_STATE_BUSINESS",
            "TAX_RETURN_LOCAL_BUSINESS",
            "TAX_RETURN_FEDERAL_PERSONAL",
            "TAX_RETURN_STATE_PERSONAL",
            "LICENSE",
            "OPERATING_AGREEMENT");

    final ObjectNode json = JSON.createObjectNode();
    final ObjectNode firm = json.putObject("firm");
    final ObjectNode owner;
    final ObjectNode netWorth;

    private FirmOnPaper(String name, LocalDate day) {
        int number = NUMBER.getAndIncrement();
        firm.put("federalTaxId", "43-100" + number)
                .put("legalName", name)
                .put("entityType", "LLC")
                .put("forProfit", true)
                .put("functioning", true)
                .put("establishedInAreaOn", day.minusYears(6).toString())
                .put("principalOfficeCounty", "Jackson")
                .put("principalOfficeState", "MO")
                .put("mailingStreet", number + " Invented Avenue")
                .put("mailingCity", "Kansas City")
                .put("mailingState", "MO")
                .put("mailingPostalCode", "64106")
                .put("email", "office@firm" + number + ".example")
                .put("highestOfficer", "owner-1")
                .put("boardControlledByQualifying", true)
                .put("everDeniedCertification", false);
        json.putArray("programs").add("MBE").add("WBE");
        json.put("discriminationInCity", "Passed over for two bids in the city in 2022, as the affidavit tells.");
        json.put("discriminationInTrade", "Refused credit by a supplier of the trade in 2021, as the affidavit tells.");
        owner = json.putArray("owners").addObject();
        owner.put("key", "owner-1")
                .put("name", "Marisol Inventada")
                .put("citizenship", "CITIZEN")
                .put("minorityCategory", "HISPANIC_LATINO")
                .put("selfIdentifiedHistorically", true)
                .put("isWoman", true)
                .put("controlsFirm", true)
                .put("highestOfficer", true);
        interest("owner-1", "100");
        json.putArray("naics")
                .addObject()
                .put("code", "238210")
                .put("performedAndControlled", true)
                .put("ownReceipts", 1_200_000);
        netWorth = json.putArray("netWorth").addObject();
        netWorth.put("owner", "owner-1")
                .put("asOf", day.minusDays(10).toString())
                .put("documented", true);
        netWorth.putArray("assets")
                .addObject()
                .put("kind", "SECURITIES")
                .put("marketValue", 200_000)
                .put("ownership", "INDIVIDUAL")
                .put("sharePercent", 100);
        json.putArray("offices")
                .addObject()
                .put("key", "office-1")
                .put("street", number + " Invented Avenue")
                .put("city", "Kansas City")
                .put("county", "Jackson")
                .put("state", "MO")
                .put("postalCode", "64106")
                .put("principal", true)
                .put("occupiedSince", day.minusYears(3).toString());
        json.putArray("employees")
                .addObject()
                .put("office", "office-1")
                .put("reference", "E-1")
                .put("fullTime", true)
                .put("percentTimeInArea", 80);
        ArrayNode transactions = json.putArray("transactions");
        for (int year = 1; year <= 2; year++) {
            transactions
                    .addObject()
                    .put("transactedOn", day.minusYears(year).toString())
                    .put("inArea", true)
                    .put("description", "Wiring of an invented shop");
        }
        papers(PAPERS);
    }

    /** The bytes of a small PDF. */
    static byte[] paper() {
        return PAPER.clone();
    }

    /** An eligible woman-owned, minority-owned electrical firm that applies on a day. */
    static FirmOnPaper eligible(String name, LocalDate day) {
        return new FirmOnPaper(name, day);
    }

    FirmOnPaper interest(String holder, String percent) {
        json.putArray("interests")
                .addObject()
                .put("owner", holder)
                .put("interestClass", "Members")
                .put("voting", true)
                .put("percentOfClass", percent)
                .put("acquisitionMode", "PURCHASE");
        return this;
    }

    FirmOnPaper papers(List<String> types) {
        ArrayNode documents = json.putArray("documents");
        types.forEach(type -> documents
                .addObject()
                .put("type", type)
                .put("fileName", type.toLowerCase(java.util.Locale.ROOT) + ".pdf")
                .put("confidential", true)
                .put("contentBase64", Base64.getEncoder().encodeToString(PAPER)));
        return this;
    }

    /** Leaves out the business's local tax return. */
    FirmOnPaper withoutLocalTaxReturn() {
        return papers(PAPERS.stream()
                .filter(type -> !type.equals("TAX_RETURN_LOCAL_BUSINESS"))
                .toList());
    }

    FirmOnPaper programs(String... programs) {
        ArrayNode array = json.putArray("programs");
        for (String program : programs) {
            array.add(program);
        }
        return this;
    }

    String taxId() {
        return firm.path("federalTaxId").asText();
    }
}
