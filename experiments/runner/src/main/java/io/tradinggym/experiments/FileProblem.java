package io.tradinggym.experiments;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** What the file system complained of, in words. */
public final class FileProblem {
  private FileProblem() {}

  /**
   * Whether a failure came of the machine, such as a full disk or too little memory, and not of what was asked for: the
   * same again may do better.
   */
  public static boolean isOfMachine(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError
          || (cause instanceof IOException && !(cause instanceof NoSuchFileException))) {
        return true;
      }
    }
    return false;
  }

  /** The reason, for the end of a sentence. */
  public static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case FileAlreadyExistsException exists -> exists.getFile() + " is a file, not a folder";
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      case CharacterCodingException coding -> "it is not text in UTF-8";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
