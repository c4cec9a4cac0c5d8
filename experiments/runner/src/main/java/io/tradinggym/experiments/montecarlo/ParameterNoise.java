package io.tradinggym.experiments.montecarlo;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RuleConfig;
import io.tradinggym.experiments.evaluation.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's neighbours, to see whether what is shown stands on a summit or on a plain. Of a rule every number is
 * multiplied by e^(0.1 z), whole numbers rounded, each with a normal z of its own. Of a policy, whose parameters mean
 * nothing by themselves, it is what is seen that is blurred: every number of an observation is multiplied by 1 + 0.05
 * z.
 */
final class ParameterNoise {
  private static final double SIZE = 0.1;
  private static final double BLUR = 0.05;

  /** Draws after which the rule is said to allow no neighbours. */
  private static final int ATTEMPTS = 50;

  private ParameterNoise() {}

  /**
   * Neighbours of a configuration's rule; those that the rule refuses are drawn again.
   *
   * @return so many, or none where the rule has no numbers or allows no change
   */
  static List<Contender> ofRule(String text, List<String> overrides, int count) {
    RuleConfig rule =
        Objects.requireNonNull(ConfigFile.parse(text, overrides, "configuration").rule());
    List<Contender> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RandomStream random = RandomStreams.of(count).stream("parameter noise", i);
      for (int attempt = 0; attempt < ATTEMPTS && all.size() == i; attempt++) {
        List<String> changed = new ArrayList<>(overrides);
        rule.settings()
            .forEach(
                (name, value) -> {
                  String other = changed(value, random);
                  if (!other.equals(value)) {
                    changed.add("rule." + name + "=" + other);
                  }
                });
        Contender near = changed.size() > overrides.size() ? neighbour(text, changed) : null;
        if (near != null) {
          all.add(near);
        }
      }
      if (all.size() == i) {
        return List.of();
      }
    }
    return all;
  }

  /** Null where the rule refuses, such as a fast average that is slower than the slow one. */
  private static @Nullable Contender neighbour(String text, List<String> overrides) {
    try {
      RuleConfig near =
          Objects.requireNonNull(ConfigFile.parse(text, overrides, "neighbour").rule());
      return Contender.of(near.title(), near.rule());
    } catch (UserError e) {
      return null;
    }
  }

  private static String changed(String value, RandomStream random) {
    double noise = Math.exp(SIZE * random.gaussian());
    try {
      return String.valueOf(Math.round(Long.parseLong(value) * noise));
    } catch (NumberFormatException whole) {
      try {
        return String.valueOf(Double.parseDouble(value) * noise);
      } catch (NumberFormatException number) {
        return value;
      }
    }
  }

  /** A contender that sees a little less sharply, so many times. */
  static List<Contender> ofSight(Contender sharp, int count) {
    List<Contender> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int blur = i;
      all.add(
          new Contender() {
            @Override
            public String title() {
              return sharp.title();
            }

            @Override
            public Player player(EnvironmentSpec spec, int path, Scout scout) {
              Player player = sharp.player(spec, path, scout);
              RandomStream random = RandomStreams.of(path).stream("blurred sight", blur);
              return (step, observation, mask, infos, action) -> {
                float[] seen = observation.clone();
                for (int k = 0; k < seen.length; k++) {
                  seen[k] *= (float) (1 + BLUR * random.gaussian());
                }
                player.act(step, seen, mask, infos, action);
              };
            }
          });
    }
    return all;
  }
}
