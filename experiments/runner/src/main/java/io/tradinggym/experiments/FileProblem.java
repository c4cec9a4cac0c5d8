package io.tradinggym.experiments;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the file system complained of, in words. */
public final class FileProblem {
  /** What the operating system says where no file is named. */
  private static final List<String> MACHINE =
      List.of(
          "No space left on device",
          "Disk quota exceeded",
          "Read-only file system",
          "Too many open files",
          "Input/output error");

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

  /** The failure of the file system that is behind another one; null if none is. */
  public static @Nullable IOException ofMachine(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileSystemException system) {
        return system;
      }
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof IOException io && MACHINE.stream().anyMatch(message::contains)) {
        return io;
      }
    }
    return null;
  }

  /** Such as "cannot use runs/a/report.html: permission denied". */
  public static String sentence(IOException e) {
    boolean named = e instanceof FileSystemException system && system.getFile() != null;
    return (named ? "cannot use " + ((FileSystemException) e).getFile() + ": " : "") + reason(e);
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
