package vn.partyregister.recognition;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a receipt of stock. */
public record ReceiptId(UUID id) {
    static ReceiptId next() {
        return new ReceiptId(Uuids.next());
    }

    public static ReceiptId of(String text) {
        return new ReceiptId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
