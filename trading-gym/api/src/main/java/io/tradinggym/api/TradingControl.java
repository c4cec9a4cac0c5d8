package io.tradinggym.api;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A rule that agents of a trading environment are compared with, and that only the environment knows how to play: skill
 * shows as a distance to such rules. Two are equal if name and meaning are: rules are functions, which nothing can
 * compare.
 *
 * @param name such as {@code no-trade} or {@code short-strangle}, the same in all environments that have it
 * @param meaning one sentence
 * @param rule makes the rule for one episode
 */
public record TradingControl(String name, String meaning, Supplier<Rule> rule) {
  /** Stays out of the market. */
  public static final String NO_TRADE = "no-trade";

  /** Plays one episode. */
  @FunctionalInterface
  public interface Rule {
    /**
     * Writes an action.
     *
     * @param step from 0 in an episode
     * @param observation of the state to act in; only read
     * @param mask true = allowed; empty where nothing is masked
     * @param infos of the same state, by the fields of the {@link EnvironmentSpec}
     * @param action overwritten with an element of the action space
     */
    void act(int step, float[] observation, boolean[] mask, double[] infos, float[] action);
  }

  /**
   * {@return the same action all the time, for environments whose actions are single numbers}
   *
   * @param name such as {@code no-trade}, as reports write it
   * @param meaning what it is, in a sentence without a full stop
   * @param action the choice, 0 to n - 1
   */
  public static TradingControl always(String name, String meaning, int action) {
    return new TradingControl(
        name, meaning, () -> (step, observation, mask, infos, chosen) -> chosen[0] = action);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TradingControl control
        && name.equals(control.name)
        && meaning.equals(control.meaning);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, meaning);
  }
}
