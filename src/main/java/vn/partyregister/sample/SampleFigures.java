package vn.partyregister.sample;

import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counts a sample register has to show, exactly.
 *
 * @param admitted how many joined in each year told of
 * @param hoa of a thousand members, how many are Hoa
 */
record SampleFigures(
        long seed,
        String code,
        int cells,
        int members,
        int exempt,
        SortedMap<Integer, Integer> admitted,
        String country,
        String province,
        String cardPlace,
        String fileSign,
        int hoa) {
    private static final String ADMITTED = "admitted.";

    static SampleFigures of(SampleFolder folder) {
        var written = folder.properties("figures");
        var admitted = new TreeMap<Integer, Integer>();
        for (var name : written.stringPropertyNames()) {
            if (name.startsWith(ADMITTED)) {
                admitted.put(Integer.valueOf(name.substring(ADMITTED.length())), number(written, name));
            }
        }
        return new SampleFigures(
                number(written, "seed"),
                written.getProperty("code"),
                number(written, "cells"),
                number(written, "members"),
                number(written, "exempt"),
                admitted,
                written.getProperty("country"),
                written.getProperty("province"),
                written.getProperty("card.place"),
                written.getProperty("file.sign"),
                number(written, "hoa"));
    }

    private static int number(Properties written, String name) {
        return Integer.parseInt(written.getProperty(name));
    }
}
