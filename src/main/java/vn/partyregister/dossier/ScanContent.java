package vn.partyregister.dossier;

/** The content of a scan, to be shown or saved. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record ScanContent(ScanFormat format, String fileName, byte[] content) {}
