package dev.assay.config.bind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text, or a list of texts, that is the path of a file or a folder. A relative path starts from
 * the folder of the file that it is written in, or, behind a command-line option, from the folder
 * that the program was started in. If something is there, the record is given it in absolute form.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface FilePath {}
