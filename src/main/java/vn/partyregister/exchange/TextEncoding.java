package vn.partyregister.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How texts stand in a file. */
enum TextEncoding {
    /** What a workbook says of itself. */
    UNICODE("Unicode", StandardCharsets.UTF_8),
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE),
    /** Vietnamese Windows: letters, with their tone as a character of its own. */
    WINDOWS_1258("Windows-1258", Charset.forName("windows-1258")),
    /** TCVN 5712 (ABC): fonts like .VnTime, which show Latin characters as Vietnamese letters. */
    TCVN3("TCVN3", StandardCharsets.ISO_8859_1),
    /** VNI Windows: fonts like VNI-Times, a letter and its mark as two Latin characters. */
    VNI("VNI", StandardCharsets.ISO_8859_1);

    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

    private final String label;
    private final Charset charset;

    TextEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** Its usual name, the same in all languages. */
    String label() {
        return label;
    }

    /** How bytes become characters; of an old encoding these are then read by {@link OldLetters}. */
    Charset charset() {
        return charset;
    }

    /** A text as a file in this encoding holds it; what the encoding lacks is left to the charset. */
    String stored(String text) {
        return switch (this) {
            case UNICODE, UTF_8, UTF_16LE, UTF_16BE -> text;
            case WINDOWS_1258 -> tonesApart(text);
            case TCVN3, VNI -> OldLetters.write(text, this);
        };
    }

    /** Each letter composed with its mark, its tone behind it. */
    private static String tonesApart(String text) {
        var stored = new StringBuilder(text.length() * 2);
        for (var letter : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            var apart = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            stored.append(Normalizer.normalize(TONES.matcher(apart).replaceAll(""), Normalizer.Form.NFC));
            TONES.matcher(apart).results().forEach(tone -> stored.append(tone.group()));
        }
        return stored.toString();
    }

    /** Whether Latin characters stand for Vietnamese letters. */
    boolean isOld() {
        return this == TCVN3 || this == VNI;
    }

    /** Finds it by its name or label. */
    static Optional<TextEncoding> of(String name) {
        var wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(encoding -> encoding.name().equals(wanted)
                        || encoding.label.toUpperCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    static List<TextEncoding> ofText() {
        return List.of(UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1258, TCVN3, VNI);
    }

    static List<TextEncoding> ofWorkbooks() {
        return List.of(UNICODE, TCVN3, VNI);
    }
}
