package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
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
}
