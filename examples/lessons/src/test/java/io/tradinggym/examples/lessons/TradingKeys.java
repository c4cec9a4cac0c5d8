package io.tradinggym.examples.lessons;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.Greeks;
import io.tradinggym.options.pricing.OptionType;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Numbers of the lessons on trading. */
final class TradingKeys {
  private TradingKeys() {}

  static void into(Map<String, DoubleSupplier> keys) {
    keys.put("16/price", () -> quarter().price());
    keys.put("16/delta", () -> quarter().delta());
    keys.put("16/gamma", () -> quarter().gamma());
    keys.put("16/theta", () -> quarter().theta() / 365);
    keys.put("16/breakeven", TradingKeys::breakEven);
  }

  private static Greeks quarter() {
    return BlackScholes.greeks(OptionType.CALL, 100, 100, 0.25, 0, 0, 0.2);
  }

  /** The move in a day, in percent, at which gamma has earned what theta cost. */
  private static double breakEven() {
    return Math.sqrt(-2 * quarter().theta() / 252 / quarter().gamma());
  }
}
