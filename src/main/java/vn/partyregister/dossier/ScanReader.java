package vn.partyregister.dossier;

import org.springframework.stereotype.Component;
import vn.partyregister.platform.Refusal.NotReadable;

/** Reads what was sent as a scan, or refuses it whole with the reason. */
@Component
class ScanReader {
    private final PaperProperties limits;

    ScanReader(PaperProperties limits) {
        this.limits = limits;
    }

    /** The scan in a file. How the file is called, and what the browser takes it for, is not asked. */
    Scanned read(byte[] sent) {
        if (sent.length == 0) {
            throw new NotReadable("dossier.refused.empty");
        }
        if (sent.length > limits.largestFile().toBytes()) {
            throw new NotReadable(
                    "dossier.refused.too-large", limits.largestFile().toMegabytes());
        }
        var format = ScanFormat.of(sent).orElseThrow(() -> new NotReadable("dossier.refused.no-scan"));
        return switch (format) {
            case PDF -> PdfScan.read(sent, limits.mostPages());
            case JPEG, PNG -> PictureScan.read(sent, format, limits.mostPixels());
        };
    }
}
