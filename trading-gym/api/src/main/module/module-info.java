/** The Gym API: environments, spaces, vector environments, wrappers, random streams and classic control. */
module io.tradinggym.api {
  requires java.management;
  requires jdk.management;

  exports io.tradinggym.api;
  exports io.tradinggym.api.check;
  exports io.tradinggym.api.classic;
  exports io.tradinggym.api.random;
  exports io.tradinggym.api.space;
  exports io.tradinggym.api.util;
  exports io.tradinggym.api.wrapper;

  uses io.tradinggym.api.EnvironmentProvider;

  provides io.tradinggym.api.EnvironmentProvider with
      io.tradinggym.api.classic.ClassicControl,
      io.tradinggym.api.wrapper.StandardWrappers;
}
