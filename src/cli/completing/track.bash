# Completions of track for bash, from 3.2 on. `track completions bash` prints this.
_track() {
    local line=${COMP_LINE:0:COMP_POINT} words=() n=0 cut='' before word reply i
    # Bash has split the words at = and : as well, and track wants them as they were typed.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        before=${line%%[^[:blank:]]*}
        line=${line#"$before"}
        word=${COMP_WORDS[i]}
        ((i == COMP_CWORD)) && word=$line
        line=${line#"$word"}
        if ((n > 0)) && [[ -z $before ]]; then
            cut=${words[n - 1]}
            words[n - 1]+=$word
        else
            cut=''
            words[n]=$word
            ((n += 1))
        fi
    done
    # Where the cursor stands behind = or : itself, bash puts the answer behind it.
    [[ $word == [=:] ]] && cut+=$word
    COMPREPLY=()
    while IFS= read -r reply; do
        COMPREPLY+=("${reply#"$cut"}")
    done < <(TRACK_COMPLETE=bash _CLAP_COMPLETE_INDEX=$((n - 1)) track -- "${words[@]}" 2>/dev/null)
    if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *[=/] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o nosort -F _track track 2>/dev/null || complete -F _track track
