package vn.partyregister.paperfile.web;

import java.util.List;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Parameters;

/** Ids that a page sends with its boxes and buttons: what is no id was not ticked on any page of ours, and is left out. */
final class Ids {
    private Ids() {}

    static List<MemberId> read(List<String> written) {
        return Parameters.ids(written).stream().map(MemberId::new).toList();
    }
}
