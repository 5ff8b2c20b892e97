package vn.partyregister.statistics;

/**
 * The way back from a list of people to the form whose figure they are.
 *
 * @param label the message key of what the form is called
 */
public record FormLink(String address, String label) {
    static final FormLink FORM_1 = of(Form1.FORM);

    static FormLink of(String form) {
        return new FormLink("/statistics/" + form, "statistics.form.FORM_" + form);
    }
}
