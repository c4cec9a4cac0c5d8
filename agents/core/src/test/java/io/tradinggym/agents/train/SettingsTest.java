package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradinggym.agents.a2c.A2c;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.head.Gsde;
import io.tradinggym.agents.policy.returns.ReturnLaw;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.agents.td3.Td3;
import io.tradinggym.api.Option;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings from code and by name are the same settings. */
class SettingsTest {
  static Stream<SettingsBuilder<?>> builders() {
    return Stream.of(
        Ppo.settings(), A2c.settings(), Dqn.settings(), Sac.settings(), Td3.settings());
  }

  /** What a manifest records sets everything up again. */
  @ParameterizedTest
  @MethodSource("builders")
  void everyDefaultReadsBackFromItsText(SettingsBuilder<?> builder) {
    builder.known().stream().filter(option -> option.parser() != null).forEach(SettingsTest::same);
  }

  private static <T> void same(Option<T> option) {
    T value = option.byDefault();
    if (value != null) {
      assertThat(option.parse(option.text(value))).as(option.name()).isEqualTo(value);
    }
    assertThat(option.meaning()).as(option.name()).isNotBlank();
  }

  @Test
  void namesAndMethodsSetTheSame() {
    assertThat(
            Ppo.settings()
                .set("rolloutSteps", "64")
                .set("learningRate", "1e-3 .. 1e-4")
                .set("gsde", "{every: 4, logStd: -2}")
                .set("hidden", "[32, 16]")
                .set("memory", "{kind: gru, width: 8}")
                .build()
                .options())
        .isEqualTo(
            Ppo.settings()
                .rolloutSteps(64)
                .learningRate(Schedule.linear(1e-3, 1e-4))
                .gsde(Gsde.every(4).logStd(-2))
                .set("hidden", "32, 16")
                .memory(Memory.gru(8))
                .build()
                .options());
    assertThat(
            Dqn.settings()
                .set("prioritized", "true")
                .set("categorical", "{atoms: 11, low: 0, high: 5}")
                .build()
                .options())
        .isEqualTo(
            Dqn.settings()
                .prioritization(Prioritization.DEFAULT)
                .returns(ReturnLaw.quantiles(3))
                .returns(ReturnLaw.categorical(11, 0, 5))
                .build()
                .options());
  }

  /** What a setting is if nobody says so, read from outside of the builders. */
  @Test
  void defaultsAreKnown() {
    Map<String, Map<String, String>> wanted = new TreeMap<>();
    wanted.put("a2c", Map.of("rolloutSteps", "5", "lambda", "1.0", "learningRate", "7.0E-4"));
    wanted.put("dqn", Map.of("batch", "64", "trainEvery", "4", "tau", "1.0", "hidden", "64, 64"));
    wanted.put("ppo", Map.of("rolloutSteps", "128", "lambda", "0.95", "clip", "0.2"));
    wanted.put(
        "sac", Map.of("batch", "256", "trainEvery", "1", "tau", "0.005", "hidden", "256, 256"));
    wanted.put("td3", Map.of("policyDelay", "2", "targetNoise", "0.2", "activation", "relu"));
    for (Algorithm algorithm :
        List.of(A2c.defaults(), Dqn.defaults(), Ppo.defaults(), Sac.defaults(), Td3.defaults())) {
      Map<String, String> texts =
          algorithm.options().resolved(List.copyOf(algorithm.options().values().keySet()));
      assertThat(texts).containsAllEntriesOf(wanted.get(algorithm.name()));
      assertThat(texts).doesNotContainKeys("engine");
    }
  }

  @Test
  void whatIsNoSettingOfAnAlgorithmIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ppo.settings().set("batch", "7"))
        .withMessageStartingWith("unknown option \"batch\"; known: minibatch, epochs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sac.settings().set("entropyshare", "0.1"))
        .withMessageEndingWith("did you mean entropyShare?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dqn.settings().set("quantiles", "5").set("categorical", "{}").build())
        .withMessage("give either categorical or quantiles, not both");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ppo.settings().set("clip", "0"))
        .withMessage("clip must be > 0 (it may end at 0) and finite, was 0.0");
  }
}
