package io.tradinggym.experiments.fuzz;

import io.tradinggym.experiments.UserError;
import io.tradinggym.market.data.csv.BadDataException;
import io.tradinggym.options.chain.BadChainException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a refusal must be: of a type that says so, in words of this library, and with the name of the file. */
final class Verdict {
  /** Messages of the JDK, which tell a programmer something and a user nothing. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "out of bounds|For input string|Cannot invoke|Text '.*could not be parsed|No enum"
              + " constant|Input length =|nor \"e\" notation|: null$|^null$|Nul character|Unable to"
              + " obtain");

  private Verdict() {}

  /**
   * What is wrong with a refusal.
   *
   * @param file that it must name; empty if it need not
   */
  static Optional<String> of(Throwable thrown, String file) {
    String type = thrown.getClass().getSimpleName();
    String message = thrown.getMessage();
    if (!isRefusal(thrown)) {
      return Optional.of(type + ": " + message);
    }
    if (message == null || message.isBlank()) {
      return Optional.of(type + " without a message");
    }
    if (FOREIGN.matcher(message).find()) {
      return Optional.of(type + " in the words of the JDK: " + message);
    }
    if (!message.contains(file.replaceFirst("\\.[a-z]+$", ""))) {
      return Optional.of(type + " does not name the file: " + message);
    }
    return Optional.empty();
  }

  private static boolean isRefusal(Throwable thrown) {
    return switch (thrown) {
      case UserError _, BadDataException _, BadChainException _, UncheckedIOException _ -> true;
      case NumberFormatException _ -> false;
      case IllegalArgumentException own ->
          own.getClass() == IllegalArgumentException.class
              || own.getClass().getName().startsWith("io.tradinggym.");
      case IOException _ -> true;
      default -> false;
    };
  }
}
