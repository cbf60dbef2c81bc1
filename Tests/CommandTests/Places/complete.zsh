# complete.zsh FOLDER LINE EXPECTED: types LINE and two tabs into a zsh that has the completions in FOLDER. Ends with 0 once
# the terminal shows EXPECTED, and with 1 and what it shows where it does not within 20 seconds.
zmodload zsh/zpty zsh/datetime
zpty shell "TERM=dumb COLUMNS=120 zsh -f -i"
until_shown() {
  local since=$EPOCHSECONDS more
  shown=
  while (( EPOCHSECONDS - since < 20 )); do
    if zpty -r -t shell more; then shown+=$more; else sleep 0.05; fi
    [[ $shown == *$1* ]] && return 0
  done
  print -r -- "$shown"
  return 1
}
zpty -w shell "fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -D -u; PS1=; print rea''dy"
until_shown ready && zpty -w -n shell "$2"$'\t\t' && until_shown "$3"
ended=$?
zpty -d shell
exit $ended
