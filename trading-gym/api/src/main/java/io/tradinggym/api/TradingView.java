package io.tradinggym.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an environment that trades says about itself, so that reports, controls and the command line need to know none
 * by class or by the spelling of a field.
 *
 * @param instruments names of what is traded, in the order of the environment
 * @param currency of equity, cash and fees, such as {@code USD}
 * @param periodsPerYear decisions in a year, > 0
 * @param simulated whether prices come from a law; false for history and for live markets
 * @param actions what the actions mean, one sentence
 * @param weights how actions ask for target weights; null where they do not
 * @param controls rules to compare agents with, beside those that any rule for weights gives
 * @param fields where to find what reports show
 * @param assumptions what the simulation assumes, in sentences
 */
public record TradingView(
    List<String> instruments,
    String currency,
    double periodsPerYear,
    boolean simulated,
    String actions,
    @Nullable TargetWeights weights,
    List<TradingControl> controls,
    Fields fields,
    List<String> assumptions) {
  /** Copies the lists, checks the periods. */
  public TradingView {
    instruments = List.copyOf(instruments);
    controls = List.copyOf(controls);
    assumptions = List.copyOf(assumptions);
    if (!(periodsPerYear > 0)) {
      throw new IllegalArgumentException("periodsPerYear must be > 0, was " + periodsPerYear);
    }
    fields.requireFit(instruments.size());
  }

  /**
   * Which info fields hold what reports show. What is reported by instrument is reported of all of them, in their
   * order, or of none.
   *
   * @param equity worth of the account, in its currency
   * @param time epoch milliseconds of the observation; null where there is no calendar
   * @param units of each instrument held; below 0 = short
   * @param weights of each instrument held, as fractions of equity
   * @param prices last one of each instrument
   */
  public record Fields(
      InfoField equity,
      @Nullable InfoField time,
      List<InfoField> units,
      List<InfoField> weights,
      List<InfoField> prices) {
    /** Copies the lists. */
    public Fields {
      units = List.copyOf(units);
      weights = List.copyOf(weights);
      prices = List.copyOf(prices);
    }

    /**
     * {@return fields of equity and time alone}
     *
     * @param equity the info field that is the equity
     * @param time the info field that is the time of the last bar; null if there is none
     */
    public static Fields of(InfoField equity, @Nullable InfoField time) {
      return new Fields(equity, time, List.of(), List.of(), List.of());
    }

    private void requireFit(int instruments) {
      for (List<InfoField> column : List.of(units, weights, prices)) {
        if (!column.isEmpty() && column.size() != instruments) {
          throw new IllegalArgumentException(
              column.size() + " fields do not fit " + instruments + " instruments: " + column);
        }
      }
    }
  }

  /**
   * {@return the control of a name; null if there is none}
   *
   * @param name such as {@code no-trade}
   */
  public @Nullable TradingControl control(String name) {
    return controls.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }
}
