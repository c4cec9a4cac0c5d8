package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.dqn.DqnSettings;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.Registry;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.wrapper.TimeLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A checkpoint goes on under what it was made with, and under nothing else. */
class CheckpointIdentityTest {
  @TempDir private Path folder;

  private static DqnSettings.Builder dqn() {
    return Dqn.settings()
        .learningStarts(100)
        .batch(16)
        .capacity(400)
        .exploration(0.1)
        .network(new Mlp(List.of(8), Activation.RELU));
  }

  private static Supplier<VectorEnvironment> cartPole(int lanes) {
    return () -> Gym.vector("CartPole-v1", lanes);
  }

  private byte[] train(
      Algorithm algorithm, Supplier<VectorEnvironment> envs, Path run, TrainOption... options) {
    TrainOption[] all = java.util.Arrays.copyOf(options, options.length + 1);
    all[options.length] = Training.checkpoints(run);
    try (VectorEnvironment own = envs.get()) {
      Policy policy = algorithm.train(own, all);
      Path file = folder.resolve("policy");
      policy.save(file);
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gamma          | 0.5              | gamma 0.99, not 0.5",
        "learningRate   | 2e-4             | learningRate 5.0E-4, not 2.0E-4",
        "nStep          | 3                | nStep 1, not 3",
        "activation     | tanh             | activation relu, not tanh",
        "hidden         | [4, 4]           | hidden 8, not 4, 4",
        "capacity       | 800              | capacity 400, not 800",
        "prioritized    | true             | prioritized false, not true",
        "quantiles      | 5                | quantiles was not set, not 5",
        "adamEpsilon    | 1e-7             | adamEpsilon 1.0E-8, not 1.0E-7",
        "exploration    | 0.1 .. 0 over 0.5 | exploration 0.1, not 0.1 .. 0.0 over 0.5",
      })
  void anotherSettingIsRefusedByName(String name, String value, String said) {
    train(dqn().build(), cartPole(2), folder, Training.steps(200));
    Algorithm other = dqn().set(name, value).build();
    assertThatThrownBy(() -> train(other, cartPole(2), folder, Training.steps(200)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the checkpoint belongs to another run: ")
        .hasMessageContaining(said);
  }

  @Test
  void whatChangesNoResultMayChange() {
    byte[] whole = train(dqn().build(), cartPole(2), folder, Training.steps(200));
    assertThat(train(dqn().memory(0).build(), cartPole(2), folder, Training.steps(200)))
        .isEqualTo(whole);
  }

  @Test
  void anotherEnvironmentIsRefusedByName() {
    train(dqn().build(), cartPole(2), folder, Training.steps(200));
    assertThatThrownBy(() -> train(dqn().build(), cartPole(4), folder, Training.steps(200)))
        .hasMessageContaining("number of lanes 2, not 4");
    Supplier<VectorEnvironment> limited =
        () -> Gym.vector("CartPole-v1").lanes(2).wrap(TimeLimit.of(50)).make();
    assertThatThrownBy(() -> train(dqn().build(), limited, folder, Training.steps(200)))
        .hasMessageContaining("time limit 500, not 50");
  }

  private static final Option<Double> PRICE = Option.number("price", 1, "of nothing");

  @Test
  void anotherOptionOfTheEnvironmentIsRefusedAndItsDefaultIsTheSameAsNone() {
    String id = "PricedArms-v0";
    Registry.global()
        .register(new Registration(id, "", List.of(PRICE), options -> () -> new Arms(id)));
    UnaryOperator<Options> none = options -> options;
    train(dqn().build(), () -> Gym.vector(id, 2, none), folder, Training.steps(200));
    train(
        dqn().build(),
        () -> Gym.vector(id, 2, options -> options.set(PRICE, 1.0)),
        folder,
        Training.steps(200));
    assertThatThrownBy(
            () ->
                train(
                    dqn().build(),
                    () -> Gym.vector(id, 2, options -> options.set(PRICE, 2.0)),
                    folder,
                    Training.steps(200)))
        .hasMessageContaining("environment option price 1.0, not 2.0");
  }

  @Test
  void moreStepsGoOnAndEndWhereAsManyFromTheStartDo() {
    train(dqn().build(), cartPole(2), folder.resolve("a"), Training.steps(500));
    byte[] longer = train(dqn().build(), cartPole(2), folder.resolve("a"), Training.steps(1000));
    byte[] whole = train(dqn().build(), cartPole(2), folder.resolve("b"), Training.steps(1000));
    assertThat(longer).isEqualTo(whole);
    Algorithm ppo = Ppo.settings().rolloutSteps(16).learningRate(1e-3).build();
    train(ppo, cartPole(2), folder.resolve("c"), Training.steps(100));
    longer = train(ppo, cartPole(2), folder.resolve("c"), Training.steps(200));
    assertThat(longer).isEqualTo(train(ppo, cartPole(2), folder.resolve("d"), Training.steps(200)));
  }

  @Test
  void moreStepsAreRefusedWhereASettingChangesWithProgressAndFewerAlways() {
    Algorithm falling = Ppo.settings().rolloutSteps(16).build();
    train(falling, cartPole(2), folder, Training.steps(100));
    assertThatThrownBy(() -> train(falling, cartPole(2), folder, Training.steps(200)))
        .hasMessageContaining("on the way to 100 steps and cannot go on to 200")
        .hasMessageContaining("learningRate is 3.0E-4 .. 0.0");
    assertThatThrownBy(() -> train(falling, cartPole(2), folder, Training.steps(50)))
        .hasMessageContaining("number of steps 100, not 50");
    Path run = folder.resolve("prioritized");
    Algorithm prioritized = dqn().prioritization(Prioritization.DEFAULT).build();
    train(prioritized, cartPole(2), run, Training.steps(200));
    assertThatThrownBy(() -> train(prioritized, cartPole(2), run, Training.steps(400)))
        .hasMessageContaining("priorities is Prioritization[alpha=0.6, beta=0.4 .. 1.0");
  }

  @Test
  void otherSeedsAndAlgorithmsAreRefused() {
    train(dqn().build(), cartPole(2), folder, Training.steps(200), Training.seed(1));
    assertThatThrownBy(
            () -> train(dqn().build(), cartPole(2), folder, Training.steps(200), Training.seed(2)))
        .hasMessageContaining("seed 1, not 2");
    assertThatThrownBy(() -> train(Ppo.defaults(), cartPole(2), folder, Training.steps(200)))
        .hasMessageContaining("algorithm dqn, not ppo");
  }
}
