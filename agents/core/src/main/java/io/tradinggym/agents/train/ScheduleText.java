package io.tradinggym.agents.train;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads schedules as people write them. */
final class ScheduleText {
  private static final Pattern FORM =
      Pattern.compile("(\\S+?)(?:\\s*\\.\\.\\s*(\\S+)(?:\\s+over\\s+(\\S+))?)?");

  private ScheduleText() {}

  static Schedule parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    try {
      if (form.matches()) {
        double from = Double.parseDouble(form.group(1));
        if (form.group(2) == null) {
          return Schedule.constant(from);
        }
        double to = Double.parseDouble(form.group(2));
        return form.group(3) == null
            ? Schedule.linear(from, to)
            : Schedule.ramp(from, to, Double.parseDouble(form.group(3)));
      }
    } catch (NumberFormatException e) {
      throw wrong(text, e);
    }
    throw wrong(text, null);
  }

  private static IllegalArgumentException wrong(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "a schedule reads \"0.1\", \"0.1 .. 0.01\" or \"0.1 .. 0.01 over 0.5\", was \""
            + text
            + "\"",
        cause);
  }
}
