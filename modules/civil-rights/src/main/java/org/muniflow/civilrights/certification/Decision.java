package org.muniflow.civilrights.certification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.Program;

/** The director's decision on an application. */
enum Decision {
    /** Certify the firm in the chosen programs. */
    CERTIFY,
    /** Deny the application. */
    DENY;

    static List<Program> programs(@Nullable Boolean mbe, @Nullable Boolean wbe, @Nullable Boolean mentorProtege) {
        List<Program> programs = new ArrayList<>();
        if (Boolean.TRUE.equals(mbe)) {
            programs.add(Program.MBE);
        }
        if (Boolean.TRUE.equals(wbe)) {
            programs.add(Program.WBE);
        }
        if (Boolean.TRUE.equals(mentorProtege)) {
            programs.add(Program.MENTOR_PROTEGE);
        }
        return programs;
    }
}
