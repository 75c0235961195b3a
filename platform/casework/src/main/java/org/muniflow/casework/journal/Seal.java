package org.muniflow.casework.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * The seal of a line.
 *
 * @param number its place in the sealer's order; from 1, without gaps
 * @param lineId the line's number
 * @param chain the chain of the line
 * @param chainNumber the line's place in its chain; from 1, without gaps
 * @param chainHash the hash of the chain up to the line
 * @param sealedAt when it was sealed, in microseconds since 1970
 */
record Seal(long number, long lineId, String chain, long chainNumber, String chainHash, long sealedAt) {

    static Seal of(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("seal_number"),
                row.getLong("journal_id"),
                row.getString("chain"),
                row.getLong("chain_number"),
                row.getString("chain_hash"),
                Line.micros(row.getObject("sealed_at", OffsetDateTime.class)));
    }

    /** Says which account the line belonged to. */
    static String account(String chain) {
        return chain.equals("city") ? "the city's own account" : chain;
    }
}
