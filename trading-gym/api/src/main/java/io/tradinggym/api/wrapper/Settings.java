package io.tradinggym.api.wrapper;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.WrapperSpec;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Space;
import java.util.Map;

/** Settings of wrappers as text, and what several wrappers check. */
final class Settings {
  private Settings() {}

  static double number(Map<String, String> settings, String name) {
    String text = text(settings, name);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "setting " + name + " must be a number, was \"" + text + "\"", e);
    }
  }

  static int whole(Map<String, String> settings, String name) {
    String text = text(settings, name);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "setting " + name + " must be a whole number, was \"" + text + "\"", e);
    }
  }

  private static String text(Map<String, String> settings, String name) {
    String text = settings.get(name);
    if (text == null) {
      throw new IllegalArgumentException("setting " + name + " is missing; given: " + settings);
    }
    return text;
  }

  /** The spec with one more wrapper. */
  static EnvironmentSpec.Builder with(
      EnvironmentSpec spec, String wrapper, Map<String, String> settings) {
    return spec.toBuilder().wrapper(WrapperSpec.of(wrapper, settings));
  }

  /** The spec with one more wrapper that holds code. */
  static EnvironmentSpec.Builder withCode(EnvironmentSpec spec, String wrapper) {
    return spec.toBuilder().wrapper(new WrapperSpec(wrapper, Map.of(), false));
  }

  static Box box(Space space, String wrapper, String what) {
    if (space instanceof Box box) {
      return box;
    }
    throw new IllegalArgumentException(
        wrapper + " needs a Box as " + what + " space, was " + space);
  }

  static void requireRange(String name, double low, double high) {
    if (!(low < high)) {
      throw new IllegalArgumentException(
          name + ": low must be < high, was " + low + " and " + high);
    }
  }
}
