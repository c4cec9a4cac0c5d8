package io.tradinggym.agents.train;

import io.tradinggym.api.Option;

/** Settings that algorithms which learn by Adam have in common. */
public final class AdamOptions {
  /**
   * Decoupled weight decay (AdamW): each step multiplies the parameters by {@code 1 - learning rate x decay}. What
   * batches say of a weight moves Adam by its signal over its noise, so a decay between the two forgets what only noise
   * taught and keeps the rest.
   *
   * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter (2019)</a>
   */
  public static final Option<Double> WEIGHT_DECAY =
      Option.number(
              "weightDecay",
              0,
              "part of each weight that a step takes, times the learning rate (AdamW); forgets what"
                  + " only noise taught")
          .must(">= 0", decay -> decay >= 0);

  private AdamOptions() {}
}
