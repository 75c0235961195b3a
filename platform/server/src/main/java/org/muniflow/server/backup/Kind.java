package org.muniflow.server.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** How a column's values are written down, and read back on the same or another database. */
enum Kind {
    TEXT {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            String value = row.getString(column);
            if (value == null) {
                to.writeNull();
            } else {
                to.writeString(value);
            }
        }

        @Override
        void set(PreparedStatement insert, int place, JsonNode value) throws SQLException {
            insert.setString(place, value.asText());
        }
    },
    WHOLE {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            long value = row.getLong(column);
            if (row.wasNull()) {
                to.writeNull();
            } else {
                to.writeNumber(value);
            }
        }

        @Override
        void set(PreparedStatement insert, int place, JsonNode value) throws SQLException {
            insert.setLong(place, value.asLong());
        }
    },
    DECIMAL {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            BigDecimal value = row.getBigDecimal(column);
            if (value == null) {
                to.writeNull();
            } else {
                to.writeString(value.toPlainString());
            }
        }

        @Override
        void set(PreparedStatement insert, int place, JsonNode value) throws SQLException {
            insert.setBigDecimal(place, new BigDecimal(value.asText()));
        }
    },
    FLOATING {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            double value = row.getDouble(column);
            if (row.wasNull()) {
                to.writeNull();
            } else {
                to.writeString(Double.toString(value));
            }
        }

        @Override
        void set(PreparedStatement insert, int place, JsonNode value) throws SQLException {
            insert.setDouble(place, Double.parseDouble(value.asText()));
        }
    },
    YES_NO {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            boolean value = row.getBoolean(column);
            if (row.wasNull()) {
                to.writeNull();
            } else {
                to.writeBoolean(value);
            }
        }

        @Override
        void set(PreparedStatement insert, int place, JsonNode value) throws SQLException {
            insert.setBoolean(place, value.asBoolean());
        }
    },
    DAY {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            text(row.getObject(column, LocalDate.class), to);
        }

        @Override
        void set(PreparedStatement insert, int place, JsonNode value) throws SQLException {
            insert.setObject(place, LocalDate.parse(value.asText()));
        }
    },
    TIME_OF_DAY {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            text(row.getObject(column, LocalTime.class), to);
        }

        @Override
        void set(PreparedStatement insert, int place, JsonNode value) throws SQLException {
            insert.setObject(place, LocalTime.parse(value.asText()));
        }
    },
    LOCAL_MOMENT {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            text(row.getObject(column, LocalDateTime.class), to);
        }

        @Override
        void set(PreparedStatement insert, int place, JsonNode value) throws SQLException {
            insert.setObject(place, LocalDateTime.parse(value.asText()));
        }
    },
    MOMENT {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
            text(value == null ? null : value.toInstant(), to);
        }

        @Override
        void set(PreparedStatement insert, int place, JsonNode value) throws SQLException {
            insert.setObject(place, Instant.parse(value.asText()).atOffset(ZoneOffset.UTC));
        }
    },
    BYTES {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            byte[] value = row.getBytes(column);
            if (value == null) {
                to.writeNull();
            } else {
                to.writeBinary(value);
            }
        }

        @Override
        void set(PreparedStatement insert, int place, JsonNode value) throws SQLException {
            try {
                insert.setBytes(place, value.binaryValue());
            } catch (IOException e) {
                throw new IllegalArgumentException("Bytes in the backup are not written in base 64", e);
            }
        }
    };

    abstract void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException;

    abstract void set(PreparedStatement insert, int place, JsonNode value) throws SQLException;

    private static void text(@org.jspecify.annotations.Nullable Object value, JsonGenerator to) throws IOException {
        if (value == null) {
            to.writeNull();
        } else {
            to.writeString(value.toString());
        }
    }

    /** The kind of a column as the driver describes it. */
    static Kind of(int type, String typeName, String where) {
        String name = typeName.toLowerCase(Locale.ROOT);
        if (name.equals("timestamptz") || type == Types.TIMESTAMP_WITH_TIMEZONE) {
            return MOMENT;
        }
        return switch (type) {
            case Types.BIT, Types.BOOLEAN -> YES_NO;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> FLOATING;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.CLOB -> TEXT;
            case Types.DATE -> DAY;
            case Types.TIME -> TIME_OF_DAY;
            case Types.TIMESTAMP -> LOCAL_MOMENT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default ->
                throw new IllegalStateException("Column " + where + " is of type " + typeName
                        + ", which backups do not know; use text, numbers, dates, moments or bytes");
        };
    }
}
