package org.muniflow.civilrights.review;

import java.util.ArrayList;
import java.util.List;
import org.muniflow.civilrights.file.ApplicationFile;

/** All that rules find in an application file as it stands. */
public final class MachineFindings {

    private final StatusCheck status;
    private final NetWorthCheck netWorth;
    private final PresenceCheck presence;
    private final SizeCheck size;
    private final OwnershipCheck ownership;

    MachineFindings(
            StatusCheck status,
            NetWorthCheck netWorth,
            PresenceCheck presence,
            SizeCheck size,
            OwnershipCheck ownership) {
        this.status = status;
        this.netWorth = netWorth;
        this.presence = presence;
        this.size = size;
        this.ownership = ownership;
    }

    /**
     * Asks every rule of the review.
     *
     * @param file the application file
     * @return the findings
     * @throws IllegalStateException when reference data that the law names is not loaded; the message says which
     */
    public List<Found> of(ApplicationFile file) {
        List<Found> found = new ArrayList<>();
        found.addAll(status.of(file));
        found.addAll(netWorth.of(file));
        found.add(presence.of(file));
        found.addAll(size.of(file));
        found.addAll(ownership.of(file));
        return List.copyOf(found);
    }

    List<Found> sizes(ApplicationFile file) {
        return size.of(file);
    }
}
