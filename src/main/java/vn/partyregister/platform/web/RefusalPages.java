package vn.partyregister.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import vn.partyregister.platform.Refusal;

/** One page for every refusal: what is wrong, which rule says so, what to do next. */
@ControllerAdvice
class RefusalPages {
    private final PageShell shell;
    private final String largest;

    RefusalPages(PageShell shell, @Value("${spring.servlet.multipart.max-file-size}") String largest) {
        this.shell = shell;
        this.largest = largest;
    }

    @ExceptionHandler
    ModelAndView show(Refusal refusal, HttpServletRequest request) {
        var status =
                switch (refusal) {
                    case Refusal.NotFound _ -> HttpStatus.NOT_FOUND;
                    case Refusal.NotPermitted _ -> HttpStatus.FORBIDDEN;
                    case Refusal.RuleBroken _ -> HttpStatus.CONFLICT;
                    case Refusal.NotReadable _ -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
        return page(refusal, status, request);
    }

    /** An id in the address that is no id: nothing is there. */
    @ExceptionHandler
    ModelAndView noSuchAddress(MethodArgumentTypeMismatchException unreadable, HttpServletRequest request) {
        return page(new Refusal.NotFound("refusal.unknown-address"), HttpStatus.NOT_FOUND, request);
    }

    @ExceptionHandler
    ModelAndView changedMeanwhile(ObjectOptimisticLockingFailureException late, HttpServletRequest request) {
        return page(new Refusal.RuleBroken("refusal.changed-meanwhile"), HttpStatus.CONFLICT, request);
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException late, HttpServletRequest request) {
        return page(new Refusal.NotReadable("error.413", largest), HttpStatus.CONTENT_TOO_LARGE, request);
    }

    /** A form that should bring a file and brings none, or breaks off. */
    @ExceptionHandler
    ModelAndView noFile(MultipartException broken, HttpServletRequest request) {
        return page(new Refusal.NotReadable("error.400"), HttpStatus.BAD_REQUEST, request);
    }

    private ModelAndView page(Refusal refusal, HttpStatus status, HttpServletRequest request) {
        var page = new ModelAndView("platform/refusal", Map.of("refusal", refusal), status);
        page.addAllObjects(shell.of(request));
        return page;
    }
}
