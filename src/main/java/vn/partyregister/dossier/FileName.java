package vn.partyregister.dossier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.VietnameseText;

/**
 * What the name of a scan says, written {@code number_kind} or {@code number_kind_counter}: whose paper it is, by card,
 * file or citizen number, and which kind, by its code or its form.
 *
 * @param number as it stands in the name; null where the name has no two parts
 * @param kind null where the catalogue does not know it
 */
record FileName(@Nullable String number, @Nullable String kind) {
    private static final Pattern FOLDER = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern ENDING = Pattern.compile("\\.\\w{1,5}$");
    private static final Pattern COUNTER = Pattern.compile("_\\d{1,3}$");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]");
    private static final Pattern FILE_NUMBER = Pattern.compile("(\\d+)\\W*(\\p{L}+)");

    static FileName read(String name, List<PaperKind> kinds) {
        var bare = ENDING.matcher(FOLDER.matcher(name).replaceFirst("")).replaceFirst("");
        var split = bare.indexOf('_');
        if (split < 1) {
            return new FileName(null, null);
        }
        var said = bare.substring(split + 1);
        var kind = kind(said, kinds)
                .or(() -> kind(COUNTER.matcher(said).replaceFirst(""), kinds))
                .orElse(null);
        return new FileName(bare.substring(0, split).strip(), kind);
    }

    private static Optional<String> kind(String said, List<PaperKind> kinds) {
        var sought = bare(said);
        return kinds.stream()
                .filter(kind -> bare(kind.code()).equals(sought)
                        || kind.form() != null && bare(kind.form()).equals(sought))
                .map(PaperKind::code)
                .findFirst();
    }

    private static String bare(String text) {
        return NO_WORD.matcher(VietnameseText.folded(text)).replaceAll("");
    }

    /** The number in the ways in which it may stand in the register: file names have no place for a space or a slash. */
    List<String> numbers() {
        if (number == null) {
            return List.of();
        }
        var written = number.toUpperCase(Locale.ROOT);
        var numbers = new LinkedHashSet<>(List.of(number, written));
        var parts = FILE_NUMBER.matcher(written);
        if (parts.matches()) {
            for (var between : List.of("", " ", "-", "/")) {
                numbers.add(parts.group(1) + between + parts.group(2));
            }
        }
        return List.copyOf(numbers);
    }
}
