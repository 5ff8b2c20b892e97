package vn.partyregister.sample;

import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counts a sample register has to show, exactly.
 *
 * @param admitted how many joined in each year told of
 * @param left how many left, by how and by year
 * @param reported what the report says of a row of form 1, from the opening day to the business day
 * @param hoa of a thousand members, how many are Hoa
 */
record SampleFigures(
        long seed,
        String code,
        int cells,
        int members,
        int exempt,
        SortedMap<Integer, Integer> admitted,
        SortedMap<String, SortedMap<Integer, Integer>> left,
        SortedMap<String, Integer> reported,
        String country,
        String province,
        String cardPlace,
        String fileSign,
        int hoa) {
    private static final String ADMITTED = "admitted.";
    private static final String LEFT = "left.";
    private static final String REPORTED = "reported.";

    static SampleFigures of(SampleFolder folder) {
        var written = folder.properties("figures");
        var admitted = new TreeMap<Integer, Integer>();
        var left = new TreeMap<String, SortedMap<Integer, Integer>>();
        var reported = new TreeMap<String, Integer>();
        for (var name : written.stringPropertyNames()) {
            if (name.startsWith(ADMITTED)) {
                admitted.put(Integer.valueOf(name.substring(ADMITTED.length())), number(written, name));
            } else if (name.startsWith(LEFT)) {
                var parts = name.split("\\.");
                left.computeIfAbsent(parts[1], _ -> new TreeMap<>())
                        .put(Integer.valueOf(parts[2]), number(written, name));
            } else if (name.startsWith(REPORTED)) {
                reported.put(name.substring(REPORTED.length()), number(written, name));
            }
        }
        return new SampleFigures(
                number(written, "seed"),
                written.getProperty("code"),
                number(written, "cells"),
                number(written, "members"),
                number(written, "exempt"),
                admitted,
                left,
                reported,
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
