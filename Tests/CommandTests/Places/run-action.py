#!/usr/bin/env python3
"""run-action ACTION INPUTS [EVENT]: does in this folder what a runner of GitHub does with the steps of ACTION.

INPUTS and EVENT are JSON objects. Steps with `run` are run by bash with what `env` says, under the conditions of `if`;
those with `uses` are left out, as a cache that holds nothing. Prints one JSON object: `status` (0, or that of the step
that failed), `ran` (the ids of the steps that ran), `log`, `summary`, `outputs`.
"""
import atexit
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

LOOKUP = re.compile(r"\b(inputs|steps|github|runner)((?:\.[A-Za-z_][\w-]*)+)")


class Runner:
    def __init__(self, action, inputs, event):
        self.action = yaml.safe_load(open(action, encoding="utf-8"))
        self.temp = tempfile.mkdtemp()
        atexit.register(shutil.rmtree, self.temp)
        self.steps = {}
        self.failed = 0
        self.context = {
            "github": {
                "action_path": os.path.dirname(os.path.abspath(action)), "action_repository": "o/f",
                "action_ref": "main", "token": "secret", "event": event},
            "runner": {"temp": self.temp, "os": "Linux", "arch": "X64"},
            "steps": self.steps, "inputs": {}}
        unknown = inputs.keys() - self.action["inputs"].keys()
        if unknown:
            sys.exit(f"no such inputs: {unknown}")
        for name, about in self.action["inputs"].items():
            self.context["inputs"][name] = inputs.get(name, self.filled(about["default"]))
        self.event = os.path.join(self.temp, "event.json")
        with open(self.event, "w") as file:
            json.dump(event, file)

    def value(self, match):
        found = self.context
        for name in match.group(0).split("."):
            found = found.get(name, {}) if isinstance(found, dict) else {}
        return "" if found == {} else str(found)

    def filled(self, text):
        """A text with the values of its expressions, which are plain look-ups."""
        def one(match):
            inner = match.group(1).strip()
            if not LOOKUP.fullmatch(inner):
                sys.exit(f"an expression that this runner does not know: {inner}")
            return self.value(LOOKUP.fullmatch(inner))
        return re.sub(r"\$\{\{(.*?)\}\}", one, str(text))

    def holds(self, condition):
        condition = re.sub(r"^\$\{\{(.*)\}\}$", r"\1", condition.strip()).strip()
        says_when = "cancelled()" in condition or "always()" in condition
        code = LOOKUP.sub(lambda match: repr(self.value(match)), condition)
        code = code.replace("!cancelled()", "True").replace("&&", " and ").replace("||", " or ")
        return bool(eval(code, {"__builtins__": {}})) and (says_when or not self.failed)

    def run(self, step):
        files = {name: os.path.join(self.temp, name.lower()) for name in
                 ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        open(files["GITHUB_OUTPUT"], "w").close()
        environment = dict(
            os.environ, RUNNER_TEMP=self.temp, GITHUB_EVENT_PATH=self.event, GITHUB_REPOSITORY="o/site",
            **files)
        for name, value in step.get("env", {}).items():
            environment[name] = self.filled(value)
        script = os.path.join(self.temp, "step.sh")
        if "${{" in step["run"]:
            sys.exit("a script that values are pasted into")
        with open(script, "w") as file:
            file.write(step["run"])
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script], env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        lines = open(files["GITHUB_OUTPUT"]).read().splitlines()
        self.steps[step["id"]] = {"outputs": dict(line.split("=", 1) for line in lines)}
        self.failed = self.failed or done.returncode
        return done.stdout

    def all(self):
        ran, log = [], ""
        for step in self.action["runs"]["steps"]:
            if "uses" in step or not self.holds(step.get("if", "True")):
                continue
            if step["shell"] != "bash":
                sys.exit("a shell that this runner does not know")
            ran.append(step["id"])
            log += self.run(step)
        summary = os.path.join(self.temp, "github_step_summary")
        return {
            "status": self.failed, "ran": ran, "log": log.replace(self.temp, "TEMP"),
            "summary": open(summary).read() if os.path.exists(summary) else "",
            "outputs": {
                name: self.filled(about["value"]).replace(self.temp, "TEMP")
                for name, about in self.action["outputs"].items()}}


runner = Runner(sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3]) if sys.argv[3:] else {})
print(json.dumps(runner.all()))
