package vn.partyregister.reference;

import vn.partyregister.platform.RuleSource;

/** What a rule says on a day, and where it stands: a refusal that judges by it names its source. */
public record Rule<T>(T value, RuleSource source) {}
