package io.tradinggym.examples.lessons.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round values along an axis, and their text. */
final class Ticks {
  private Ticks() {}

  /** About five multiples of 1, 2 or 5 times a power of ten within [low, high]. */
  static List<Double> linear(double low, double high) {
    double raw = (high - low) / 5;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double ratio = raw / power;
    double step = power * (ratio < 1.5 ? 1 : ratio < 3.5 ? 2 : ratio < 7.5 ? 5 : 10);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** Powers of ten within [low, high], with 2 and 5 times each where those are fewer than three. */
  static List<Double> logarithmic(double low, double high) {
    List<Double> ticks = new ArrayList<>();
    boolean dense = Math.log10(high / low) < 3;
    for (int e = (int) Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) {
      for (double m : dense ? new double[] {1, 2, 5} : new double[] {1}) {
        double tick = m * Math.pow(10, e);
        if (tick >= low * 0.999 && tick <= high * 1.001) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /** As short as it can be read. */
  static String text(double value) {
    double size = Math.abs(value);
    if (size < 1e-12) {
      return "0";
    }
    if (size >= 1e6 || size < 1e-4) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    String text =
        String.format(Locale.ROOT, size >= 1000 ? "%,.0f" : size >= 10 ? "%.1f" : "%.4f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
