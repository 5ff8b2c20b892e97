package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.partyregister.exchange.Column.Form;
import vn.partyregister.platform.VietnameseText;

class CellReaderTests {
    private static final Column NAME = column(Form.NAME);
    private static final Column TEXT = column(Form.TEXT);
    private static final Column DATE = column(Form.DATE);
    private static final Column BORN = column(Form.PARTIAL_DATE);
    private static final Column NUMBER = column(Form.NUMBER);
    private static final Column CITIZEN_NUMBER = column(Form.SECRET_NUMBER).withLengths(12);
    private static final Column FORMER_NUMBER = column(Form.SECRET_NUMBER).withLengths(12, 9);
    private static final Column YES_NO = column(Form.YES_NO);
    private static final Column SEX = new Column("sex", Form.CODE, true, "sex", List.of("Giới tính"));
    private static final Map<String, String> SEXES = Map.of("nam", "MALE", "nu", "FEMALE");

    private final CellReader reader =
            new CellReader((_, written) -> Optional.ofNullable(SEXES.get(VietnameseText.folded(written))));

    @Test
    void anEmptyOrBlankCellIsNotGiven() {
        assertThat(reader.read(Cell.EMPTY, NAME)).isEqualTo(Reading.NOT_GIVEN);
        assertThat(text(" \u00a0 ", NAME)).isEqualTo(Reading.NOT_GIVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"•••••••••123", "*********123", "***"})
    void aMaskedCellIsNotGiven(String masked) {
        assertThat(text(masked, CITIZEN_NUMBER)).isEqualTo(Reading.NOT_GIVEN);
    }

    @Test
    void aFormulaIsNeverEvaluated() {
        assertRejected(reader.read(Cell.of(Cell.Kind.FORMULA, "A1&B1"), NAME), "exchange.cell.formula");
    }

    @Test
    void anErrorOfTheSpreadsheetIsRejected() {
        assertRejected(reader.read(Cell.of(Cell.Kind.ERROR, "#N/A"), NAME), "exchange.cell.error");
    }

    @Test
    void aTidyNameIsTakenAsItIs() {
        assertThat(text("Nguyễn Thị Hòa", NAME)).isEqualTo(Reading.of("Nguyễn Thị Hòa"));
    }

    @Test
    void straySpacesAreRepaired() {
        assertRepaired(text("  Nguyễn \u00a0 Văn  An ", NAME), "Nguyễn Văn An", "exchange.cell.spaces");
    }

    @Test
    void decomposedLettersAreRepaired() {
        assertRepaired(text("Nguye\u0302\u0303n", NAME), "Nguyễn", "exchange.cell.decomposed");
    }

    @ParameterizedTest
    @CsvSource({
        "Hoà,Hòa",
        "Nguyễn Thị HOÀ,Nguyễn Thị HÒA",
        "Thuý,Thúy",
        "Khoẻ mạnh,Khỏe mạnh",
        "Hoà Bình,Hòa Bình",
        "hoạ sĩ,họa sĩ"
    })
    void theToneMarkIsPutWhereTheRegisterWritesIt(String written, String placed) {
        assertRepaired(text(written, NAME), placed, "exchange.cell.tone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hoàn", "Quý", "Quỳnh", "Thuỷnh", "Toàn", "Khuyến", "Xoài", "Nguyễn"})
    void aToneMarkThatHasOnlyOnePlaceStays(String name) {
        assertThat(text(name, NAME)).isEqualTo(Reading.of(name));
    }

    @Test
    void controlCharactersGo() {
        assertRepaired(text("Nguyễn\u0000 An", NAME), "Nguyễn An", "exchange.cell.control");
    }

    @Test
    void ourOwnNeutralisingIsUndoneSilently() {
        assertThat(text("'=1+1", TEXT)).isEqualTo(Reading.of("=1+1"));
        assertThat(text("'An", TEXT)).isEqualTo(Reading.of("'An"));
    }

    @Test
    void aNameMayBeAHundredLettersLongAndNoLonger() {
        assertThat(text("a".repeat(100), NAME).isRejected()).isFalse();
        assertRejected(text("a".repeat(101), NAME), "exchange.cell.too-long");
    }

    @Test
    void aDayWrittenOutIsTakenAsItIs() {
        assertThat(text("03/02/1950", DATE)).isEqualTo(Reading.of("1950-02-03"));
        assertThat(reader.read(Cell.of(Cell.Kind.DATE, "1950-02-03"), DATE)).isEqualTo(Reading.of("1950-02-03"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3/2/1950", "03-02-1950", "3.2.1950", "1950-02-03", "03/02/1950 00:00:00", "03 / 02 / 1950"})
    void aDayWrittenOtherwiseIsRepaired(String written) {
        assertRepaired(text(written, DATE), "1950-02-03", "exchange.cell.date-form");
    }

    @Test
    void aDayThatBecameANumberIsRepaired() {
        assertRepaired(number("18297", DATE), "1950-02-03", "exchange.cell.serial");
        assertRepaired(text("18297", DATE), "1950-02-03", "exchange.cell.serial");
        assertRepaired(number("18297.0", BORN), "1950-02-03", "exchange.cell.serial");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2000", "29/02/2001", "31/04/1990", "12/31/1990", "0/1/1990"})
    void aDayThatIsInNoCalendarIsRejected(String written) {
        assertRejected(text(written, DATE), "exchange.cell.no-such-day");
    }

    @Test
    void theTwentyNinthOfFebruaryIsADayInALeapYear() {
        assertThat(text("29/02/2000", DATE)).isEqualTo(Reading.of("2000-02-29"));
    }

    @Test
    void whereTheDayMustBeKnownAYearOrMonthIsRejected() {
        assertRejected(text("1950", DATE), "exchange.cell.day-missing");
        assertRejected(text("02/1950", DATE), "exchange.cell.day-missing");
        assertRejected(number("1950", DATE), "exchange.cell.day-missing");
        assertRejected(text("3/2/50", DATE), "exchange.cell.short-year");
        assertRejected(text("hôm qua", DATE), "exchange.cell.not-a-date");
    }

    @Test
    void aBirthDateMayBeAYearOrAMonth() {
        assertThat(text("1950", BORN)).isEqualTo(Reading.of("1950"));
        assertThat(number("1950", BORN)).isEqualTo(Reading.of("1950"));
        assertThat(text("02/1950", BORN)).isEqualTo(Reading.of("1950-02"));
        assertRepaired(text("2/1950", BORN), "1950-02", "exchange.cell.date-form");
        assertRepaired(text("00/00/1950", BORN), "1950", "exchange.cell.date-form");
        assertRepaired(text("3/2/1950", BORN), "1950-02-03", "exchange.cell.date-form");
        assertThat(text("30/10/1950", BORN)).isEqualTo(Reading.of("1950-10-30"));
        assertRejected(text("13/1950", BORN), "exchange.cell.not-a-date");
        assertRejected(text("31/02/1950", BORN), "exchange.cell.no-such-day");
    }

    @Test
    void aCodeIsFoundByItsNameHoweverWritten() {
        assertThat(text("Nữ", SEX)).isEqualTo(Reading.of("FEMALE"));
        assertThat(text("NAM", SEX)).isEqualTo(Reading.of("MALE"));
        assertRejected(text("khác", SEX), "exchange.cell.unknown-code");
    }

    @Test
    void leadingZerosOfANumberAreKept() {
        assertThat(text("000123", NUMBER)).isEqualTo(Reading.of("000123"));
        assertThat(text("012345678901", CITIZEN_NUMBER)).isEqualTo(Reading.of("012345678901"));
    }

    @Test
    void lostLeadingZerosComeBackWhereTheLengthSaysSo() {
        assertRepaired(number("84012345678", CITIZEN_NUMBER), "084012345678", "exchange.cell.zeros-lost");
        assertRepaired(text("1012345678", CITIZEN_NUMBER), "001012345678", "exchange.cell.zeros-lost");
        assertRepaired(number("34567890", FORMER_NUMBER), "034567890", "exchange.cell.zeros-lost");
        assertRejected(text("123456789", CITIZEN_NUMBER), "exchange.cell.wrong-length");
        assertRejected(text("1234567890123", CITIZEN_NUMBER), "exchange.cell.wrong-length");
        assertRejected(text("8401234567A", CITIZEN_NUMBER), "exchange.cell.wrong-length");
    }

    @Test
    void aFractionOfNothingIsRepaired() {
        assertRepaired(text("123.0", NUMBER), "123", "exchange.cell.fraction");
        assertRepaired(text("084012345678.0", CITIZEN_NUMBER), "084012345678", "exchange.cell.fraction");
        assertRepaired(text("084 012 345 678", CITIZEN_NUMBER), "084012345678", "exchange.cell.grouped");
    }

    @Test
    void aNumericCellIsReadAsLongAsItsStoredValueIsExact() {
        assertRepaired(number("84012345678901", NUMBER), "84012345678901", "exchange.cell.numeric");
        assertRepaired(number("123456789012345", NUMBER), "123456789012345", "exchange.cell.numeric");
        assertRejected(number("1234567890123450", NUMBER), "exchange.cell.digits-lost");
        assertRejected(number("12.5", NUMBER), "exchange.cell.not-a-number");
        assertRejected(number("-12", NUMBER), "exchange.cell.not-a-number");
    }

    @Test
    void lettersOfAnOldEncodingAreShownAsRepaired() {
        assertRepaired(
                reader.read(new Cell(Cell.Kind.TEXT, "Hòa", "Hßa", ".VnTime"), NAME),
                "Hòa",
                "exchange.cell.old-letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23E+11", "8,4012E+10", "1e5"})
    void aNumberInPowersOfTenHasLostItsDigits(String written) {
        assertRejected(text(written, NUMBER), "exchange.cell.digits-lost");
    }

    @Test
    void aNumberThatTheSpreadsheetTurnedIntoADateIsRejected() {
        assertRejected(reader.read(Cell.of(Cell.Kind.DATE, "2001-05-07"), NUMBER), "exchange.cell.turned-into-a-date");
    }

    @Test
    void aMarkMeansYes() {
        assertThat(text("x", YES_NO)).isEqualTo(Reading.of("true"));
        assertThat(text("Có", YES_NO)).isEqualTo(Reading.of("true"));
        assertThat(text("Không", YES_NO)).isEqualTo(Reading.of("false"));
        assertRejected(text("có lẽ", YES_NO), "exchange.cell.not-yes-or-no");
    }

    @Test
    void ofASecretNumberOnlyTheEndIsShown() {
        assertThat(Staging.shown("084012345678", CITIZEN_NUMBER)).isEqualTo("•••••••••678");
        assertThat(Staging.shown("084012345678", NUMBER)).isEqualTo("084012345678");
    }

    private Reading text(String written, Column column) {
        return reader.read(Cell.text(written), column);
    }

    private Reading number(String stored, Column column) {
        return reader.read(Cell.of(Cell.Kind.NUMBER, stored), column);
    }

    private static Column column(Form form) {
        return new Column("column", form, false, null, List.of("Cột"));
    }

    private static void assertRepaired(Reading reading, String value, String reason) {
        assertThat(reading.value()).isEqualTo(value);
        assertThat(reading.findings())
                .singleElement()
                .returns(Weight.REPAIRED, Finding::weight)
                .returns(reason, Finding::reason);
    }

    private static void assertRejected(Reading reading, String reason) {
        assertThat(reading.value()).isNull();
        assertThat(reading.findings())
                .anySatisfy(finding -> assertThat(finding)
                        .returns(Weight.REJECTS, Finding::weight)
                        .returns(reason, Finding::reason));
    }
}
