package io.tradinggym.explain.card;

import io.tradinggym.api.ObservationField;
import java.util.List;
import java.util.Map;

/**
 * What is known of one decision, and of what came of it at once. Read-only: arrays are shared, not copied.
 *
 * @param step of the episode, from 0
 * @param knownAt time of the observation, epoch milliseconds; 0 where there is no calendar
 * @param simulated whether a model drew the prices: its dates are made up, so that a card counts bars
 * @param policy that decided, by its hash
 * @param fields what the numbers of the observation are
 * @param observation as the environment wrote it
 * @param mask true = allowed; empty if nothing is ever masked
 * @param scores of the policy's choices, in their order; empty if it shows none
 * @param action that was taken
 * @param choices what each score stands for, in words, such as {@code .25 of equity}, or the instrument whose number
 *     it is
 * @param holdings by instrument
 * @param trades that followed, in their order
 * @param rewards parts of the step's reward, by name; together they are the reward
 * @param situation risk, regime and the like around the decision
 */
@SuppressWarnings("ArrayRecordComponent") // Shares the arrays of a log, never compared.
public record DecisionTrace(
    int step,
    long knownAt,
    boolean simulated,
    String policy,
    List<ObservationField> fields,
    float[] observation,
    boolean[] mask,
    float[] scores,
    float[] action,
    List<String> choices,
    List<Holding> holdings,
    List<Traded> trades,
    Map<String, Double> rewards,
    Situation situation) {
  /** Copies the lists. */
  public DecisionTrace {
    fields = List.copyOf(fields);
    choices = List.copyOf(choices);
    holdings = List.copyOf(holdings);
    trades = List.copyOf(trades);
    rewards = Map.copyOf(rewards);
  }

  /**
   * A position around the decision.
   *
   * @param symbol of the instrument
   * @param price last one when it was decided, in one of the currency
   * @param before units held
   * @param after units held when the trades of the decision were done
   */
  public record Holding(String symbol, double price, double before, double after) {}

  /**
   * A change of hands that followed.
   *
   * @param symbol of the instrument
   * @param quantity units, negative for a sale
   * @param price of one unit, in one of the currency
   * @param cost commission and slippage, money
   */
  public record Traded(String symbol, double quantity, double price, double cost) {
    /** {@return the money that changed hands, at least 0} */
    public double notional() {
      return Math.abs(quantity * price);
    }
  }
}
