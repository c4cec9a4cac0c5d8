package io.tradinggym.data.feature;

import io.tradinggym.market.feature.FeatureCall;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.Num;

/**
 * Makes indicators of ta4j from text: {@code RSI(14)}, or nested {@code EMA(RSI(14),9)}. A bar series goes in first by
 * itself, and the close where an indicator of prices is wanted and none is given.
 */
final class Ta4jIndicator {
  private static final List<String> PACKAGES =
      List.of(
          "",
          "averages.",
          "adx.",
          "aroon.",
          "bollinger.",
          "candles.",
          "donchian.",
          "helpers.",
          "ichimoku.",
          "keltner.",
          "numeric.",
          "pivotpoints.",
          "renko.",
          "statistics.",
          "supertrend.",
          "supportresistance.",
          "trend.",
          "volume.",
          "zigzag.");
  private static final List<String> ENDINGS = List.of("Indicator", "OscillatorIndicator", "");

  private Ta4jIndicator() {}

  static Indicator<?> parse(String text, BarSeries series) {
    FeatureCall call = FeatureCall.parse(text).getFirst();
    Class<?> type = find(call.name());
    List<Constructor<?>> candidates =
        Arrays.stream(type.getConstructors())
            .sorted(
                Comparator.<Constructor<?>>comparingInt(Constructor::getParameterCount)
                    .thenComparing(
                        constructor ->
                            !List.of(constructor.getParameterTypes()).contains(BarSeries.class)))
            .toList();
    for (Constructor<?> constructor : candidates) {
      Object[] arguments = arguments(constructor, call.arguments(), series);
      if (arguments != null) {
        return make(constructor, arguments, text);
      }
    }
    throw new IllegalArgumentException(
        "ta4j's "
            + type.getSimpleName()
            + " cannot be made of "
            + call.arguments()
            + "; its constructors: "
            + candidates);
  }

  private static Class<?> find(String name) {
    for (String ending : ENDINGS) {
      for (String in : PACKAGES) {
        try {
          Class<?> type = Class.forName("org.ta4j.core.indicators." + in + name + ending);
          if (Indicator.class.isAssignableFrom(type)) {
            return type;
          }
        } catch (ClassNotFoundException e) {
          // The next place.
        }
      }
    }
    throw new IllegalArgumentException("ta4j has no indicator \"" + name + "\"");
  }

  /** What to call a constructor with, null if the text does not fit it. */
  private static Object @Nullable [] arguments(
      Constructor<?> constructor, List<String> texts, BarSeries series) {
    List<Object> values = new ArrayList<>();
    int at = 0;
    for (Class<?> type : constructor.getParameterTypes()) {
      if (type == BarSeries.class) {
        values.add(series);
        continue;
      }
      boolean call = at < texts.size() && !texts.get(at).matches("[-+.\\d].*");
      if (type == Indicator.class && !call) {
        if (!values.isEmpty()) {
          return null;
        }
        values.add(new ClosePriceIndicator(series));
        continue;
      }
      Object value = at < texts.size() ? value(type, texts.get(at++), call, series) : null;
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return at == texts.size() ? values.toArray() : null;
  }

  private static @Nullable Object value(
      Class<?> type, String text, boolean call, BarSeries series) {
    if (call) {
      Object made = Indicator.class.isAssignableFrom(type) ? parse(text, series) : null;
      return type.isInstance(made) ? made : null;
    }
    if (type == int.class) {
      return text.matches("-?\\d+") ? Integer.valueOf(text) : null;
    }
    double number = Double.parseDouble(text);
    if (type == double.class || type == Double.class || type == Number.class) {
      return number;
    }
    return type == Num.class ? series.numFactory().numOf(number) : null;
  }

  private static Indicator<?> make(Constructor<?> constructor, Object[] arguments, String text) {
    try {
      return (Indicator<?>) constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("ta4j refuses " + text + ": " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("ta4j's " + text + " cannot be made", e);
    }
  }
}
