package vn.partyregister.reference;

import java.util.List;

/**
 * Why a change of the rulebook is not made.
 *
 * @param field the field of the form that it stands beside
 * @param key a message key
 */
public record RuleProblem(String field, String key, List<Object> arguments) {
    public RuleProblem {
        arguments = List.copyOf(arguments);
    }

    static RuleProblem of(String field, String key, Object... arguments) {
        return new RuleProblem(field, key, List.of(arguments));
    }
}
