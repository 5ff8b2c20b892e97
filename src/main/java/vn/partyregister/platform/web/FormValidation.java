package vn.partyregister.platform.web;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.validation.Validator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Judges every field of a form, also beside one that could not be read.
 *
 * <p>A record with an unreadable field is judged field by field, which the validator of the web layer does not pass on to
 * Bean Validation: it would name the unreadable field alone, and the others only after that one is mended.
 */
@ControllerAdvice
class FormValidation {
    private final Validator validator;

    FormValidation(@Qualifier("defaultValidator") Validator validator) {
        this.validator = validator;
    }

    @InitBinder("form")
    void validateEachField(WebDataBinder binder) {
        binder.replaceValidators(validator);
    }
}
