package io.tradinggym.experiments.config;

import io.tradinggym.agents.a2c.A2c;
import io.tradinggym.agents.a2c.A2cSettings;
import io.tradinggym.agents.nn.OptimizerKind;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.ppo.PpoSettings;
import io.tradinggym.agents.train.Algorithm;
import java.util.function.Consumer;

/** The keys of the algorithms that learn from what they just did; what is not given keeps the builder's default. */
final class OnPolicyKeys {
  private OnPolicyKeys() {}

  static Algorithm ppo(Keys keys) {
    PpoSettings.Builder to = Ppo.settings();
    keys.integer("rolloutSteps", to::rolloutSteps);
    keys.integer("minibatch", to::minibatch);
    keys.integer("epochs", to::epochs);
    keys.number("gamma", to::gamma);
    keys.number("lambda", to::lambda);
    keys.schedule("learningRate", to::learningRate);
    keys.schedule("clip", to::clip);
    keys.number("valueClip", to::valueClip);
    keys.schedule("entropy", to::entropy);
    keys.number("valueCoefficient", to::valueCoefficient);
    keys.number("maxGradientNorm", to::maxGradientNorm);
    keys.number("targetKl", to::targetKl);
    keys.flag("normalizeAdvantages", to::normalizeAdvantages);
    keys.flag("normalizeObservations", to::normalizeObservations);
    keys.flag("normalizeRewards", to::normalizeRewards);
    keys.number("adamEpsilon", to::adamEpsilon);
    NetworkKeys.read(keys, Mlp.SMALL, to::network);
    keys.flag("orthogonal", to::orthogonal);
    memory(keys, to::memory);
    NetworkKeys.gsde(keys, to::gsde);
    return to.build();
  }

  static Algorithm a2c(Keys keys) {
    A2cSettings.Builder to = A2c.settings();
    keys.integer("rolloutSteps", to::rolloutSteps);
    keys.number("gamma", to::gamma);
    keys.number("lambda", to::lambda);
    keys.schedule("learningRate", to::learningRate);
    keys.schedule("entropy", to::entropy);
    keys.number("valueCoefficient", to::valueCoefficient);
    keys.number("maxGradientNorm", to::maxGradientNorm);
    keys.flag("normalizeAdvantages", to::normalizeAdvantages);
    keys.flag("normalizeObservations", to::normalizeObservations);
    keys.flag("normalizeRewards", to::normalizeRewards);
    to.optimizer(keys.choice("optimizer", OptimizerKind.class, OptimizerKind.RMSPROP_TENSORFLOW));
    keys.number("optimizerEpsilon", to::optimizerEpsilon);
    NetworkKeys.read(keys, Mlp.SMALL, to::network);
    keys.flag("orthogonal", to::orthogonal);
    memory(keys, to::memory);
    NetworkKeys.gsde(keys, to::gsde);
    return to.build();
  }

  /** Reads {@code memory: {kind: lstm, width: 64, steps: 32}}; all may be left out. */
  private static void memory(Keys keys, Consumer<Memory> to) {
    if (keys.has("memory")) {
      Keys child = keys.child("memory");
      to.accept(
          new Memory(
              child.choice("kind", Memory.Kind.class, Memory.Kind.LSTM),
              child.integer("width", 64, 1, Integer.MAX_VALUE),
              child.integer("steps", Integer.MAX_VALUE, 1, Integer.MAX_VALUE)));
    }
  }
}
