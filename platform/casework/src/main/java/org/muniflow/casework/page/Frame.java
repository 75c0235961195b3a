package org.muniflow.casework.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of a page shows around its content.
 *
 * @param user the signed-in user's id; null for the public
 * @param links the main links this person may use, in order
 */
record Frame(@Nullable String user, List<Link> links) {

    /**
     * A main link.
     *
     * @param address the address inside the site
     * @param label the words
     * @param here whether it leads to the page that is shown
     */
    record Link(String address, String label, boolean here) {}
}
