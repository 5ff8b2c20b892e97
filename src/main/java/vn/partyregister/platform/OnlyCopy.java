package vn.partyregister.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One program per data folder. The lock is the operating system's: it ends with the process, however that ends, so that
 * nothing stale can stand in the way of the next start.
 */
final class OnlyCopy implements AutoCloseable {
    private final FileChannel channel;
    private final @Nullable FileLock lock;
    private final Path data;

    private OnlyCopy(Path data, FileChannel channel, @Nullable FileLock lock) {
        this.data = data;
        this.channel = channel;
        this.lock = lock;
    }

    static OnlyCopy in(Path data) throws IOException {
        Files.createDirectories(data);
        var channel =
                FileChannel.open(data.resolve("register.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new OnlyCopy(data, channel, tryLock(channel));
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** Refuses to go on when another copy holds the folder. */
    void mustHold() {
        if (lock == null) {
            throw new AnotherCopyRuns(data);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Said at the start, in words, by {@link AnotherCopyRunsAnalyzer}. */
    static final class AnotherCopyRuns extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AnotherCopyRuns(Path data) {
            super(data.toAbsolutePath().toString());
        }
    }
}
