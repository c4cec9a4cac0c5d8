package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;

/**
 * Lesson 6: an inventory of 0 to 4 units. Selling one earns its price; waiting costs storage and lets the inventory
 * grow by one with chance 0.7. A full store that grows spoils everything: the episode ends with a loss.
 *
 * <pre>
 * | index | observation | unit  | min | max |
 * | 0     | inventory   | units | 0   | 4   |
 * </pre>
 *
 * <p>Actions: 0 waits, 1 sells one unit. Reward: 1 for a unit sold from 1 or 2, 1.5 from 3 or 4 (large lots get the
 * better price), 0 for selling nothing; waiting costs 0.05 a unit held. Spoiling: -5 and the end. Discount 0.9.
 */
public final class FiveStates implements EnvironmentLogic {
  /** Inventories: 0 to 4. */
  public static final int STATES = 5;

  /** Waiting and selling. */
  public static final int ACTIONS = 2;

  /** What a later reward is worth. */
  public static final double DISCOUNT = 0.9;

  private static final double ARRIVAL = 0.7;
  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("Inventory-v1")
          .observation(Box.of(0, STATES - 1, 1))
          .action(Discrete.of(ACTIONS))
          .maxSteps(200)
          .build();

  private int inventory;

  /** An empty store. */
  public FiveStates() {}

  @Override
  public EnvironmentSpec spec() {
    return SPEC;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    inventory = random.integer(STATES);
    frame.observe(0, inventory);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    boolean sells = action.discrete() == 1;
    frame.reward(reward(inventory, sells));
    if (sells) {
      inventory = Math.max(0, inventory - 1);
    } else if (random.bernoulli(ARRIVAL)) {
      inventory++;
    }
    if (inventory == STATES) {
      frame.reward(reward(STATES - 1, false) - 5);
      inventory = STATES - 1;
      frame.observe(0, inventory);
      return EndReason.GOAL_LOST;
    }
    frame.observe(0, inventory);
    return EndReason.NONE;
  }

  private static double reward(int inventory, boolean sells) {
    if (sells) {
      return inventory == 0 ? 0 : inventory < 3 ? 1 : 1.5;
    }
    return -0.05 * inventory;
  }

  /**
   * The exact values of all decisions by value iteration: the law is known here.
   *
   * @return by inventory, then action
   */
  public static double[][] exact() {
    double[][] q = new double[STATES][ACTIONS];
    for (int sweep = 0; sweep < 1_000; sweep++) {
      double[][] next = new double[STATES][ACTIONS];
      for (int s = 0; s < STATES; s++) {
        double grown = s + 1 == STATES ? -5 : DISCOUNT * best(q, s + 1);
        next[s][0] = reward(s, false) + ARRIVAL * grown + (1 - ARRIVAL) * DISCOUNT * best(q, s);
        next[s][1] = reward(s, true) + DISCOUNT * best(q, Math.max(0, s - 1));
      }
      q = next;
    }
    return q;
  }

  private static double best(double[][] q, int state) {
    return Math.max(q[state][0], q[state][1]);
  }
}
