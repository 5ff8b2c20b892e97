package vn.partyregister.dossier;

/**
 * A scan that was read and found good.
 *
 * @param content what is kept: written anew; a signed PDF as it came
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Scanned(ScanFormat format, byte[] content, int pages) {}
