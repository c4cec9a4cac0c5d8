package io.tradinggym.experiments.config;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.dqn.DqnSettings;
import io.tradinggym.agents.nn.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.ReturnLaw;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.agents.sac.SacSettings;
import io.tradinggym.agents.td3.Td3;
import io.tradinggym.agents.td3.Td3Settings;
import io.tradinggym.agents.train.Algorithm;
import java.util.List;

/** The keys of the algorithms that learn from a replay; what is not given keeps the builder's default. */
final class OffPolicyKeys {
  private static final Mlp SMALL = new Mlp(List.of(64, 64), Activation.RELU);
  private static final Mlp LARGE = new Mlp(List.of(256, 256), Activation.RELU);

  private OffPolicyKeys() {}

  static Algorithm dqn(Keys keys) {
    DqnSettings.Builder to = Dqn.settings();
    keys.integer("capacity", to::capacity);
    keys.whole("memory", to::memory);
    keys.whole("learningStarts", to::learningStarts);
    keys.integer("trainEvery", to::trainEvery);
    keys.integer("gradientSteps", to::gradientSteps);
    keys.integer("batch", to::batch);
    keys.number("gamma", to::gamma);
    keys.integer("nStep", to::nStep);
    if (keys.flag("prioritized", false)) {
      to.prioritization(Prioritization.DEFAULT);
    }
    keys.schedule("learningRate", to::learningRate);
    keys.schedule("exploration", to::exploration);
    keys.flag("doubleQ", to::doubleQ);
    keys.flag("dueling", to::dueling);
    returns(keys, to);
    keys.whole("targetEvery", to::targetEvery);
    keys.number("tau", to::tau);
    keys.number("maxGradientNorm", to::maxGradientNorm);
    keys.number("adamEpsilon", to::adamEpsilon);
    NetworkKeys.read(keys, SMALL, to::network);
    return to.build();
  }

  /** {@code categorical: {atoms: 51, low: -10, high: 10}} (C51) or {@code quantiles: 200} (QR-DQN). */
  private static void returns(Keys keys, DqnSettings.Builder to) {
    if (keys.has("categorical") && keys.has("quantiles")) {
      throw new IllegalArgumentException("give either categorical or quantiles, not both");
    }
    if (keys.has("categorical")) {
      Keys of = keys.child("categorical");
      to.returns(
          ReturnLaw.categorical(
              of.integer("atoms", 51, 2, 10_000), of.number("low", -10), of.number("high", 10)));
    }
    keys.integer("quantiles", count -> to.returns(ReturnLaw.quantiles(count)));
  }

  static Algorithm sac(Keys keys) {
    return soft(keys).build();
  }

  static Algorithm discreteSac(Keys keys) {
    return soft(keys).buildDiscrete();
  }

  private static SacSettings.Builder soft(Keys keys) {
    SacSettings.Builder to = Sac.settings();
    keys.integer("capacity", to::capacity);
    keys.whole("memory", to::memory);
    keys.whole("learningStarts", to::learningStarts);
    keys.integer("trainEvery", to::trainEvery);
    keys.integer("gradientSteps", to::gradientSteps);
    keys.integer("batch", to::batch);
    keys.number("gamma", to::gamma);
    keys.integer("nStep", to::nStep);
    if (keys.flag("prioritized", false)) {
      to.prioritization(Prioritization.DEFAULT);
    }
    keys.schedule("learningRate", to::learningRate);
    keys.number("temperature", to::temperature);
    keys.flag("learnTemperature", to::learnTemperature);
    keys.number("targetEntropy", to::targetEntropy);
    keys.number("entropyShare", to::entropyShare);
    keys.number("tau", to::tau);
    keys.number("adamEpsilon", to::adamEpsilon);
    NetworkKeys.read(keys, LARGE, to::network);
    NetworkKeys.gsde(keys, to::gsde);
    return to;
  }

  static Algorithm td3(Keys keys) {
    Td3Settings.Builder to = Td3.settings();
    keys.integer("capacity", to::capacity);
    keys.whole("memory", to::memory);
    keys.whole("learningStarts", to::learningStarts);
    keys.integer("trainEvery", to::trainEvery);
    keys.integer("gradientSteps", to::gradientSteps);
    keys.integer("batch", to::batch);
    keys.number("gamma", to::gamma);
    keys.integer("nStep", to::nStep);
    if (keys.flag("prioritized", false)) {
      to.prioritization(Prioritization.DEFAULT);
    }
    keys.schedule("learningRate", to::learningRate);
    keys.number("explorationNoise", to::explorationNoise);
    keys.number("targetNoise", to::targetNoise);
    keys.number("noiseClip", to::noiseClip);
    keys.integer("policyDelay", to::policyDelay);
    keys.number("tau", to::tau);
    keys.number("adamEpsilon", to::adamEpsilon);
    NetworkKeys.read(keys, LARGE, to::network);
    return to.build();
  }
}
