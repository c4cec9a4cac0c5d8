package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake gets one message that helps, exit code 2, and leaves nothing behind. */
class BadInputTest {
  private static final String GOOD =
      "environment: {id: CartPole-v1, lanes: 2}\nalgorithm: {steps: 100}\nseeds: 1\n";

  @TempDir private Path folder = Path.of("");

  private Cli refuse(String config, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("config.yaml"), config);
    Path out = folder.resolve("out");
    String[] args = new String[more.length + 4];
    args[0] = "train";
    args[1] = file.toString();
    args[2] = "--out";
    args[3] = out.toString();
    System.arraycopy(more, 0, args, 4, more.length);
    Cli cli = Cli.run(args);
    assertThat(cli.code()).as(cli.err()).isEqualTo(2);
    assertThat(cli.err().lines()).as("one message").hasSize(1);
    assertThat(cli.err()).startsWith("error: ");
    assertThat(out).doesNotExist();
    return cli;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
              environment.id=Nowhere-v1          | unknown environment "Nowhere-v1"
              environment.options.gravity=1      | unknown option "gravity"
              environment.lanes=0                | environment.lanes must be a whole number in 1 .. 65536, was 0
              environment.lanes=2.5              | environment.lanes must be a whole number in 1 .. 65536, was 2.5
              algorithm.gamma=1.5                | gamma must be in (0, 1], was 1.5
              algorithm.gamma=high               | option gamma: "high" is not a number (discount of rewards to come)
              algorithm.name=dqnn                | unknown algorithm "dqnn"; known: a2c, discrete-sac, dqn, ppo, sac, td3; did you mean dqn?
              algorithm.learningrate=1e-3        | unknown key algorithm.learningrate; known here: activation
              algorithm.gama=0.9                 | did you mean gamma?
              enviroment.lanes=2                 | did you mean environment?
              environment.id=CartPol-v1          | did you mean CartPole-v1?
              environment.lanes=1e6              | environment.lanes must be a whole number in 1 .. 65536, was 1000000.0
              algorithm.clip=-1                  | clip must be > 0 (it may end at 0) and finite, was -1
              algorithm.learningRate=fast        | a schedule reads "0.1", "0.1 .. 0.01"
              algorithm.hidden=[0]               | hidden must be widths >= 1, was [0]
              algorithm.activation=sine          | option activation: "sine" is not one of [
              evaluation.controls=[hodl]         | evaluation.controls must be among no-trade
              algorithm.name=sac                 | sac cannot act in CartPole-v1: it needs a Box action space
          seeds=many                         | seeds must be a whole number
              name=../up                         | name must be 1 to 64 letters
              seed.of=1                          | seed holds a value
              nonsense                           | --set takes path=value
          """)
  void namesTheSettingThatIsWrong(String set, String expected) throws IOException {
    assertThat(refuse("seed: 1\n" + GOOD, "--set", set).err()).contains(expected);
  }

  @Test
  void namesAPartThatIsMisspelt() throws IOException {
    assertThat(refuse(GOOD.replace("environment:", "enviroment:")).err())
        .contains("environment.id is missing; is enviroment meant to be environment?");
    assertThat(refuse(GOOD + "saerch: {trials: 3}\n").err()).contains("did you mean search?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
              environment.options.levels=-1 | environment Stock-v1: option levels must be in 2 .. 1001, was -1
              gate.drawdown=-1              | gate.drawdown must be a share in [0, 1], was -1.0
              gate.alpha=NaN                | gate.alpha must be a number, was \"NaN\"
              schedule.entropy=1e400        | schedule.entropy must be a number, was \"Infinity\"
          """)
  void learnNamesTheSettingThatIsWrong(String set, String expected) throws IOException {
    String walk =
        """
        made: noise:1 2700
        environment: {id: Stock-v1, options: {actions: levels, levels: 3}}
        algorithm: {name: ppo}
        """;
    Path file = Files.writeString(folder.resolve("walk.yaml"), walk);
    Path out = folder.resolve("walk");
    Cli cli = Cli.run("learn", file.toString(), "--out", out.toString(), "--set", set);
    assertThat(cli.code()).as(cli.err()).isEqualTo(2);
    assertThat(cli.err()).contains(expected);
    assertThat(out.resolve("manifest.json")).doesNotExist();
  }

  @Test
  void namesTheLineThatIsNotYaml() throws IOException {
    assertThat(refuse(GOOD + "evaluation: {paths: 3").err())
        .contains("config.yaml, line 4: not YAML");
  }

  @Test
  void saysThatTheFileIsEmpty() throws IOException {
    assertThat(refuse("").err()).contains("config.yaml is empty");
  }

  @Test
  void saysThatAKeyIsGivenTwice() throws IOException {
    assertThat(refuse(GOOD + "seeds: 2\n").err()).contains("line", "seeds");
  }

  @Test
  void saysThatTheFileIsMissing() {
    Cli cli = Cli.run("train", folder.resolve("none.yaml").toString());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("there is no configuration", "none.yaml");
  }

  @Test
  void saysThatTheFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("config.yaml"), GOOD);
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, no folder");
    Cli cli = Cli.run("train", file.toString(), "--out", blocked.resolve("run").toString());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("cannot write into", "--out").hasLineCount(1);
  }

  /** As an unset variable of the shell leaves it: an empty path would be the folder one stands in. */
  @ParameterizedTest
  @CsvSource({
    "train config.yaml --out, '', must have a name",
    "evaluate, '', must have a name",
    "options --signal BULL --chain x.csv --spot, 1d, 1d' is no number",
    "options --signal BULL --chain x.csv --spot, NaN, NaN' is no number"
  })
  void refusesEmptyPathsAndWhatIsNoNumber(String command, String last, String said) {
    List<String> args = new ArrayList<>(List.of(command.split(" ", -1)));
    args.add(last);
    Cli cli = Cli.run(args.toArray(String[]::new));
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains(said);
  }

  @Test
  void saysThatAFolderIsNoRun() {
    Cli cli = Cli.run("evaluate", folder.toString());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("is no run");
  }

  @Test
  void refusesACorruptCheckpointAndOneOfAnotherVersion() throws IOException {
    Path file = Files.writeString(folder.resolve("config.yaml"), GOOD);
    Path run = folder.resolve("run");
    assertThat(Cli.run("train", file.toString(), "--out", run.toString()).code()).isZero();
    Path checkpoint = run.resolve("checkpoints/seed-7/checkpoint");
    byte[] good = Files.readAllBytes(checkpoint);

    byte[] corrupt = good.clone();
    corrupt[corrupt.length / 2] ^= 1;
    Files.write(checkpoint, corrupt);
    Cli cli = Cli.run("train", "--resume", run.toString());
    assertThat(cli.code()).as(cli.err()).isEqualTo(2);
    assertThat(cli.err()).contains("cannot resume", "checkpoint").hasLineCount(1);

    Files.write(checkpoint, new byte[] {1, 2, 3});
    assertThat(Cli.run("train", "--resume", run.toString()).code()).isEqualTo(2);
  }

  @Test
  void refusesACorruptPolicy() throws IOException {
    Path file = Files.writeString(folder.resolve("config.yaml"), GOOD);
    Path run = folder.resolve("run");
    Cli.run("train", file.toString(), "--out", run.toString());
    Files.write(run.resolve("policies/seed-7"), new byte[] {0, 1});
    Cli cli = Cli.run("evaluate", run.toString());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("seed-7").hasLineCount(1);
  }

  @Test
  void refusesAPolicyOfOtherSpaces() throws IOException {
    Path file = Files.writeString(folder.resolve("config.yaml"), GOOD);
    Path run = folder.resolve("run");
    Path other = folder.resolve("other");
    Cli.run("train", file.toString(), "--out", run.toString());
    String[] set = {"--set", "environment.id=Acrobot-v1", "--set", "evaluation.paths=2"};
    Cli.run("train", file.toString(), set[0], set[1], set[2], set[3], "--out", other.toString());
    Files.copy(
        other.resolve("policies/seed-7"),
        run.resolve("policies/seed-7"),
        StandardCopyOption.REPLACE_EXISTING);
    Cli cli = Cli.run("evaluate", run.toString());
    assertThat(cli.code()).as(cli.err()).isEqualTo(2);
    assertThat(cli.err())
        .contains("policies/seed-7: the policy was trained for the observation space")
        .contains("CartPole-v1 has")
        .hasLineCount(1);
  }
}
