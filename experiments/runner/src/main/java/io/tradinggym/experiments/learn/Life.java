package io.tradinggym.experiments.learn;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.api.TargetWeights;
import io.tradinggym.api.TradingView;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.experiments.UserError;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One account that lives through bars in one piece, whoever trades it: a policy, another one from some bar on, or
 * nobody, and then it asks for cash.
 */
final class Life implements AutoCloseable {
  private static final boolean[] FIRST = {true};

  private final VectorEnvironment environment;
  private final Batch batch;
  private final float[] action;
  private final int equity;
  private @Nullable Actor actor;

  Life(Supplier<EnvironmentLogic> lanes) {
    environment = Gym.vector(lanes, 1, 1, AutoReset.DISABLED);
    batch = environment.newBatch();
    action = new float[environment.spec().action().size()];
    TradingView view = environment.spec().trading();
    equity = view == null ? -1 : environment.spec().indexOf(view.fields().equity());
    environment.reset(1, batch);
  }

  /** What it lives in. */
  EnvironmentSpec spec() {
    return environment.spec();
  }

  /** Who trades from now on; null for nobody. */
  void trader(@Nullable Policy policy) {
    actor = policy == null ? null : policy.actor(1);
    if (actor != null) {
      actor.begin(FIRST);
    }
  }

  /** Lives through a bar; returns its reward. */
  double live() {
    if (actor == null) {
      cash(environment.spec(), action);
    } else {
      actor.act(batch.observations, batch.masks, 1, action);
    }
    environment.step(action, batch);
    return batch.rewards[0];
  }

  /** Writes the action that asks for cash. */
  static void cash(EnvironmentSpec spec, float[] action) {
    TradingView view = spec.trading();
    TargetWeights weights = view == null ? null : view.weights();
    if (view == null || weights == null) {
      throw new UserError(
          spec.id()
              + " takes no target weights, so nobody can go to cash there; learn needs one that"
              + " does");
    }
    weights.ask(new double[view.instruments().size()], action);
  }

  /** Whether it cannot go on. */
  boolean ended() {
    return batch.ends[0] != 0;
  }

  /** The number of the observation now. */
  double observed(int index) {
    return batch.observations[index];
  }

  /** The first number of the last action. */
  double acted() {
    return action[0];
  }

  /** Worth of the account. */
  double equity() {
    return equity < 0 ? Double.NaN : batch.infos[equity];
  }

  @Override
  public void close() {
    environment.close();
  }
}
