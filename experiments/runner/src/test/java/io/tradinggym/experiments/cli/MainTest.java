package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.experiments.report.Disclaimer;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void numbersAreAskedForInPlainWords() {
    assertThat(Cli.run("train", "x.yaml", "--threads", "two").err())
        .contains("Invalid value for option '--threads': 'two' is no whole number");
    assertThat(Cli.run("explain", "x", "--seed", "abc").err()).contains("'abc' is no whole number");
  }

  @Test
  void whatWasGivenIsNotPassedOver() {
    assertThat(Cli.run("features", "--data", "somewhere").err())
        .contains("features of files need --ticker T");
  }

  @Test
  void aFolderThatRefusesIsToldBeforeTheWork() {
    Cli cli = Cli.run("signals", "--ticker", "SPY", "--out", "/dev/null/x");
    assertThat(cli.err()).contains("cannot write into /dev/null/x: ");
    assertThat(cli.out()).isEmpty();
    assertThat(Cli.run("record", "--out", "/dev/null/x").err())
        .contains("cannot record into /dev/null/x: ");
  }

  @Test
  void helpCarriesTheDisclaimerEverywhere() {
    assertThat(Cli.run("--help").out()).contains("list", Disclaimer.PURPOSE, Disclaimer.LIMITS);
    assertThat(Cli.run("list", "--help").out()).contains(Disclaimer.PURPOSE, Disclaimer.LIMITS);
  }

  @Test
  void listsTheEnvironmentsOfAllModules() {
    Cli cli = Cli.run("list");
    assertThat(cli.code()).isZero();
    assertThat(cli.out()).contains("CartPole-v1");
  }

  @Test
  void refusesAnUnknownEnvironmentWithOneMessage() {
    Cli cli = Cli.run("list", "Nowhere-v1");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err())
        .startsWith("error: ")
        .contains("\"Nowhere-v1\"", "CartPole-v1")
        .doesNotContain("\tat ");
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void refusesAnUnknownOptionWithOneMessage() {
    Cli cli = Cli.run("list", "--colour");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("--colour", "list --help");
  }

  @Test
  void asksWhatWasMeant() {
    assertThat(Cli.run("trian").err()).contains("did you mean train?");
    assertThat(Cli.run("train", "--resum", "x").err()).contains("did you mean --resume?");
    assertThat(Cli.run("list", "CartPol-v1").err()).contains("did you mean CartPole-v1?");
  }

  @Test
  void showsTheOptionsOfAlgorithmsWithDefaultsAndRules() {
    assertThat(Cli.run("list", "ppo").out())
        .contains("minibatch=256", "must be >= 1", "learningRate=3.0E-4 .. 0.0", "gsde")
        .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 100));
    assertThat(Cli.run("list", "algorithms").out()).contains("discrete-sac", "td3");
    assertThat(Cli.run("list", "presets").out()).contains("reference/CartPole-v1-dqn.yaml");
  }

  @Test
  void helpFitsATerminalAndNamesTheVariables() {
    assertThat(Cli.run("--help").out())
        .contains("TRADING_GYM_HEAP", "--classpath")
        .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 80));
  }
}
