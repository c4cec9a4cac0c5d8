package io.tradinggym.experiments.cli;

import io.tradinggym.api.Nearest;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.allocate.AllocateCommand;
import io.tradinggym.experiments.config.Keys;
import io.tradinggym.experiments.learn.LearnCommand;
import io.tradinggym.experiments.models.ModelsCommand;
import io.tradinggym.experiments.report.Disclaimer;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.run.Stopped;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The command line. Exit codes: 0 done, 1 a defect or a failed check, 2 something that the user can put right.
 */
@Command(
    name = "experiments/run",
    description =
        "Trains and judges reinforcement-learning agents in simulated and replayed markets.",
    subcommands = {
      QuickstartCommand.class,
      TrainCommand.class,
      TrialCommand.class,
      EvaluateCommand.class,
      BacktestCommand.class,
      TuneCommand.class,
      WalkForwardCommand.class,
      CrossValidateCommand.class,
      CompareCommand.class,
      LeaderboardCommand.class,
      MlflowCommand.class,
      MonteCarloCommand.class,
      NullsCommand.class,
      PowerCommand.class,
      LedgerCommand.class,
      ReportCommand.class,
      ListCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      MemoryCommand.class,
      FuzzCommand.class,
      BenchCommand.class,
      OptionsCommand.class,
      CollectCommand.class,
      RecordCommand.class,
      FeaturesCommand.class,
      SignalsCommand.class,
      ModelsCommand.class,
      AllocateCommand.class,
      LearnCommand.class
    },
    mixinStandardHelpOptions = true,
    version = "Trading Gym 0.1.0",
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Variables: TRADING_GYM_HEAP is the heap (default 2g), TRADING_GYM_JVM holds further options"
          + " of the JVM, JAVA_HOME or JDK_25 says where a JDK 25 is, NO_COLOR is heeded.",
      "",
      Disclaimer.PURPOSE,
      Disclaimer.LIMITS
    })
public final class Main implements Runnable {
  /** Something that the user can put right. */
  static final int BAD_INPUT = 2;

  /** As the shell has it for a command that Ctrl-C ended. */
  private static final int INTERRUPTED = 130;

  private static final int WIDTH = 80;

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--classpath",
      paramLabel = "JAR",
      description =
          "Before the command: JARs or folders with environments, algorithms, markets and rewards"
              + " of your own, found through ServiceLoader; several are separated as in java -cp.")
  private String classPath = "";

  /** Runs and exits. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line, with the commands of all modules that are there; also for tests. */
  public static CommandLine commandLine() {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    for (CommandProvider more : ServiceLoader.load(CommandProvider.class)) {
      line.addSubcommand(more.command());
    }
    line.registerConverter(int.class, text -> whole(text, Integer::valueOf));
    line.registerConverter(Integer.class, text -> whole(text, Integer::valueOf));
    line.registerConverter(long.class, text -> whole(text, Long::valueOf));
    line.registerConverter(Long.class, text -> whole(text, Long::valueOf));
    line.registerConverter(double.class, Main::number);
    line.registerConverter(Double.class, Main::number);
    line.registerConverter(Path.class, Main::path);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(WIDTH);
    CommandLine.IExecutionStrategy last = new CommandLine.RunLast();
    line.setExecutionStrategy(
        parsed -> {
          OwnClasses.use(main.classPath);
          int code = last.execute(parsed);
          disclaim(parsed);
          return code;
        });
    line.setParameterExceptionHandler(Main::badArguments);
    line.setExecutionExceptionHandler((failure, command, result) -> failed(failure, command));
    return line;
  }

  /** A trader need not know what an int is. */
  private static <T> T whole(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      throw new CommandLine.TypeConversionException(
          "'" + text + "' is no whole number, or too large");
    }
  }

  private static double number(String text) {
    double value = Keys.decimal(text);
    if (Double.isNaN(value)) {
      throw new CommandLine.TypeConversionException("'" + text + "' is no number such as 0.25");
    }
    return value;
  }

  /** A variable of the shell that is not set leaves an empty text, which would be the folder one stands in. */
  private static Path path(String text) {
    if (text.isBlank()) {
      throw new CommandLine.TypeConversionException("a file or folder must have a name, was empty");
    }
    return Path.of(text);
  }

  /** Under results that were printed. */
  private static void disclaim(CommandLine.ParseResult parsed) {
    CommandLine executed = parsed.asCommandLineList().getLast();
    // A command that is a method belongs to the command above it.
    CommandLine owner = executed.getCommand() instanceof Method ? executed.getParent() : executed;
    if (owner.getCommand() instanceof ShowsResults results
        && results.toReaders()
        && !executed.isUsageHelpRequested()) {
      executed.getOut().println(Disclaimer.PURPOSE);
      executed.getOut().println(Disclaimer.LIMITS);
      executed.getOut().flush();
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int badArguments(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    report(command, problem.getMessage() + suggestion(problem));
    command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help");
    return BAD_INPUT;
  }

  /** The command or option that was probably meant. */
  private static String suggestion(ParameterException problem) {
    if (!(problem instanceof CommandLine.UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return "";
    }
    String given = unmatched.getUnmatched().getFirst();
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    List<String> known = new ArrayList<>(command.subcommands().keySet());
    if (given.startsWith("-")) {
      known.clear();
      command.options().forEach(option -> known.addAll(List.of(option.names())));
    }
    return Nearest.hint(given, known);
  }

  private static int failed(Exception failure, CommandLine command) {
    if (failure instanceof Stopped) {
      return INTERRUPTED; // The interruption says how to go on.
    }
    if (failure instanceof UserError) {
      report(command, String.valueOf(failure.getMessage()));
      return BAD_INPUT;
    }
    IOException machine = FileProblem.ofMachine(failure);
    if (machine != null) {
      report(command, FileProblem.sentence(machine));
      return BAD_INPUT;
    }
    PrintWriter err = command.getErr();
    err.println("This is a defect of Trading Gym, please report it:");
    failure.printStackTrace(err);
    return 1;
  }

  private static void report(CommandLine command, String message) {
    command.getErr().println("error: " + message);
  }
}
