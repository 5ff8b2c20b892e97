package vn.partyregister.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A file of secrets beside the database: made once, readable by its owner alone. */
final class PrivateFile {
    private PrivateFile() {}

    /** What the file holds; made first where there is none yet. Never half written. */
    static byte[] readOrMake(Path file, Supplier<byte[]> fresh) throws IOException {
        if (Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(file.getParent(), "new", ".key");
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(draft, fresh.get());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readAllBytes(file);
    }
}
